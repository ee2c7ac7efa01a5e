from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from reports.querysets import MessageQuerySet


class MessageState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    DEAD = "dead", _("could not be delivered")


class Message(models.Model):
    """A mail to send: the outbox. One for each digest and recipient, whatever runs twice.

    ``message_id`` is made from the key, so that a repeated mail can be told from a new one.
    """

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="messages")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("recipient"),
        on_delete=models.CASCADE, related_name="messages",
    )  # fmt: skip
    digest = models.CharField(_("digest"), max_length=60)
    alerts = models.ManyToManyField("reports.Alert", verbose_name=_("alerts"), blank=True)
    ahead = models.JSONField(
        _("what lies ahead"),
        default=list,
        blank=True,
        help_text=_("Ties about to fall asleep, with their figures as they were."),
    )
    waiting = models.JSONField(
        _("what waits on the desk"),
        default=dict,
        blank=True,
        help_text=_("In a monthly reminder: how much of what, as it was on its day."),
    )
    council = models.JSONField(
        _("what a council digest says"),
        default=dict,
        blank=True,
        help_text=_("Its figures and facts, as they were when it was written."),
    )
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(
        _("state"), max_length=8, choices=MessageState, default=MessageState.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    error = models.TextField(_("what went wrong"), blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "digest", "recipient"],
                name="message_once_per_digest",
                violation_error_message=_("This person already has this digest."),
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="message_sent_at_a_moment",
                violation_error_message=_("A sent message keeps the moment it was sent."),
            ),
        ]

    def __str__(self):
        return f"{self.digest}, {self.recipient}"

    def mark_sent(self, at):
        self.state, self.sent_at, self.error = MessageState.SENT, at, ""
        self.attempts += 1
        self.save(update_fields=["state", "sent_at", "error", "attempts"])

    def put_off(self, *, until, error: str):
        """Count a failed attempt and wait for the next one, at ``until``."""
        self.next_attempt_at, self.error = until, error
        self.attempts += 1
        self.save(update_fields=["next_attempt_at", "error", "attempts"])

    def give_up(self, *, error: str):
        """Keep it, undelivered, where the office sees it."""
        self.state, self.error = MessageState.DEAD, error
        self.attempts += 1
        self.save(update_fields=["state", "error", "attempts"])

    def try_again(self):
        """Send a message that could not be delivered as if it were new."""
        self.state, self.attempts, self.next_attempt_at = MessageState.WAITING, 0, None
        self.save(update_fields=["state", "attempts", "next_attempt_at"])

"""A mail server that answers by a script, to see what a mail is worth when it does not go well."""

import socketserver
import threading
from email import message_from_string

GREETING, DATA = "greeting", "data"
ACCEPT = "250 OK"


class MailServer(socketserver.ThreadingTCPServer):
    """``script`` maps a verb (or greeting, or data for its end) to the answers for each mail.

    The answers of a verb are used up in turn; after them the server accepts. ``hang up`` closes
    the connection instead of answering.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, script):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.script = {verb: list(answers) for verb, answers in script.items()}
        self.taken = []

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return super().__enter__()

    def __exit__(self, *error):
        self.shutdown()
        super().__exit__(*error)

    @property
    def port(self):
        return self.server_address[1]

    def answer(self, verb, otherwise=ACCEPT):
        waiting = self.script.get(verb)
        return waiting.pop(0) if waiting else otherwise


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        if not self.say(self.server.answer(GREETING, "220 mail.example.org")):
            return
        while line := self.rfile.readline().decode().strip():
            verb = line.split(" ")[0].split(":")[0].lower()
            if verb == "data":
                if not self.take_mail():
                    return
            elif verb == "quit":
                self.say("221 Bye")
                return
            elif not self.say(self.server.answer(verb)):
                return

    def take_mail(self):
        go_on = self.server.answer("data_begins", "354 Go on")
        if not self.say(go_on) or not go_on.startswith("354"):
            return not go_on.startswith("hang up")
        lines = []
        while (line := self.rfile.readline().decode()) not in (".\r\n", ""):
            lines.append(line)
        answer = self.server.answer(DATA)
        if answer.startswith("2"):
            self.server.taken.append(message_from_string("".join(lines)))
        return self.say(answer)

    def say(self, answer):
        if answer.startswith("hang up"):
            return False
        self.wfile.write(f"{answer}\r\n".encode())
        return True

from django.db import transaction

from reports.sample import demonstration_offices, offices, people, surroundings


@transaction.atomic
def seed_sample(*, with_people: bool) -> set[str]:
    """Bring the sample data in, once; what people changed or added since stays.

    ``with_people`` makes the sign-ins that everybody knows. Returns the short names of the
    offices that had news: none the second time.
    """
    if surroundings.seed_reference():
        surroundings.seed_policy()
    fresh = offices.seed_offices() | demonstration_offices.seed_demonstration()
    if fresh:
        surroundings.describe_cities()
        surroundings.seed_shocks(fresh)
        surroundings.seed_leaders()
    if with_people:
        people.seed_people()
        people.give_ties_to_officers(fresh)
    return fresh

import factory


class Record(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True

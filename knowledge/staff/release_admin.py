"""The pages of the releases: prepare, approve, compare, roll back."""

from django.contrib import admin

from knowledge.models import Activation
from knowledge.staff.read_only import ReadOnly


@admin.register(Activation)
class ActivationAdmin(ReadOnly):
    list_display = ("release", "by", "at")

from motcua.directives.models.conference import Attendance, Conference
from motcua.directives.models.directive import Directive, Recipient
from motcua.directives.models.feed import CalendarFeed
from motcua.directives.models.talk import Message, ReadReceipt
from motcua.directives.models.task import Task, TaskPart
from motcua.directives.models.work import Evidence, Extension, Progress, Reminder

__all__ = [
    "Attendance",
    "CalendarFeed",
    "Conference",
    "Directive",
    "Evidence",
    "Extension",
    "Message",
    "Progress",
    "ReadReceipt",
    "Recipient",
    "Reminder",
    "Task",
    "TaskPart",
]

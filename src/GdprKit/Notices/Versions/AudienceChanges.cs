namespace GdprKit.Notices;

/// <summary>Which changes of a register concern an audience: those of an activity that is about none of its people do not.</summary>
internal static class AudienceChanges
{
    public static ValueList<RegisterChange> Between(ProcessingRegister before, ProcessingRegister after, NoticeAudience audience)
    {
        var concerned = Concerned(before, audience).Concat(Concerned(after, audience)).ToHashSet(StringComparer.Ordinal);
        var declared = Declared(before).Concat(Declared(after)).ToHashSet(StringComparer.Ordinal);
        return RegisterDiff.Between(before, after).Changes.Where(Concerns).ToValueList();

        // What belongs to no declaration of these kinds, such as the controller, concerns everybody.
        bool Concerns(RegisterChange change) => Owner(change.Path) is not { } owner || !declared.Contains(owner) || concerned.Contains(owner);
    }

    // The first two steps of a path: "/activities/newsletter" of "/activities/newsletter/categories/0".
    private static string? Owner(string path) => path.Split('/') is [_, var room, var key, ..] ? $"/{room}/{key}" : null;

    private static IEnumerable<string> Declared(ProcessingRegister register) =>
        Paths(register.Activities, register.Recipients, register.Categories, register.People, register.Events);

    private static IEnumerable<string> Concerned(ProcessingRegister register, NoticeAudience audience)
    {
        var people = audience.KindsIn(register);
        var activities = register.Activities.Where(activity => activity.People.Any(people.Contains)).ToList();
        return Paths(
            activities,
            register.Recipients.Where(recipient => activities.Any(activity => activity.Recipients.Contains(recipient.Key))),
            register.Categories.Where(category => activities.Any(activity => activity.Categories.Contains(category.Key))),
            register.People.Where(kind => people.Contains(kind.Key)),
            register.Events);
    }

    private static IEnumerable<string> Paths(
        IEnumerable<ProcessingActivity> activities, IEnumerable<Recipient> recipients, IEnumerable<DataCategory> categories, IEnumerable<SubjectKind> people, IEnumerable<RetentionEvent> events) =>
    [
        .. activities.Select(each => $"/activities/{each.Key}"),
        .. recipients.Select(each => $"/recipients/{each.Key}"),
        .. categories.Select(each => $"/categories/{each.Key}"),
        .. people.Select(each => $"/people/{each.Key}"),
        .. events.Select(each => $"/events/{each.Key}"),
    ];
}

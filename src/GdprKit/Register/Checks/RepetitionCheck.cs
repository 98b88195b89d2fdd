namespace GdprKit;

/// <summary>Nothing stands twice in a list, where only one of both could have been meant.</summary>
internal static class RepetitionCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) =>
    [
        .. Repeated("/languages", "language", register.Languages, language => $"'{language}'"),
        .. Repeated("/conflictChoices", "choice", register.ConflictChoices.Select(choice => (choice.Prevails, choice.Yields)), pair => $"of '{pair.Prevails}' over '{pair.Yields}'"),
        .. Repeated("/controller/jointControllers", "joint controller", (register.Controller?.JointControllers ?? []).Select(joint => joint.Name), name => $"'{Excerpt.Of(name)}'"),
        .. register.Recipients.SelectMany(recipient => Repeated($"{RegisterPath.Of(recipient)}/transfers", "transfer", recipient.Transfers, Destination)),
        .. register.Activities.SelectMany(Find),
        .. DeclaredRule.AllOf(register).SelectMany(Find),
    ];

    private static IEnumerable<RegisterFault> Find(ProcessingActivity activity)
    {
        var path = RegisterPath.Of(activity);
        return
        [
            .. Keys($"{path}/people", activity.People),
            .. Keys($"{path}/categories", activity.Categories),
            .. Keys($"{path}/recipients", activity.Recipients),
            .. Repeated($"{path}/sources", "source", activity.Sources.Select(source => source.Name), name => $"'{Excerpt.Of(name.FirstOrDefault().Value)}'"),
            .. Repeated($"{path}/marketing", "channel", activity.Marketing, channel => $"'{SpecificationCheck.NameOf(channel)}'"),
            .. Repeated($"{path}/consent/doubleOptIn", "channel", activity.Consent?.DoubleOptIn ?? [], channel => $"'{SpecificationCheck.NameOf(channel)}'"),
        ];
    }

    private static IEnumerable<RegisterFault> Find(DeclaredRule declared) =>
    [
        .. Keys($"{declared.Path}/categories", declared.Rule.Categories),
        .. declared.Ends.SelectMany(end => Keys($"{end.Path}/events", end.End.Events)),
        .. declared.Ends
            .Where(end => end.End.Fallback is { IsDefault: false } fallback && end.End.Events.Contains(fallback))
            .Select(end => RegisterFaults.ListedTwice($"{end.Path}/fallback", "event", $"'{end.End.Fallback}'")),
        .. declared.Rule.Term is RetentionTerm.LatestOf latest
            ? Repeated(declared.TermPath, "end", latest.Terms.Select(NormalForm.Of), end => $"after {string.Join(", ", end.Events.Select(key => $"'{key}'"))}")
            : [],
    ];

    private static IEnumerable<RegisterFault> Keys<T>(string path, ValueList<Key<T>> keys)
        where T : class =>
        Repeated(path, DeclarationName.Of<T>(), keys, key => $"'{key}'");

    private static IEnumerable<RegisterFault> Repeated<T>(string path, string what, IEnumerable<T> items, Func<T, string> describe)
    {
        // Boxed, so that one compiled set serves all types of items.
        var seen = new HashSet<object?>();
        var index = 0;
        foreach (var item in items)
        {
            if (!seen.Add(item))
            {
                yield return RegisterFaults.ListedTwice($"{path}/{index}", what, describe(item));
            }

            index++;
        }
    }

    private static string Destination(Transfer transfer) =>
        transfer.Country is { } country ? $"to '{country}'" : $"to '{Excerpt.Of(transfer.Organisation)}'";
}

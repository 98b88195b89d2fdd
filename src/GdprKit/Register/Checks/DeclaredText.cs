namespace GdprKit;

/// <summary>A text of a register that must be complete, with where it stands, what it is and how it is written in code.</summary>
internal sealed record DeclaredText(string Path, string What, string Call, LocalizedText? Text)
{
    /// <summary>Every text of the controller, the recipients, the activities and the rest; an optional one only where it is given.</summary>
    public static IEnumerable<DeclaredText> AllOf(RegisterDeclarations register) =>
    [
        .. register.People.Select(people => new DeclaredText(
            $"{RegisterPath.Of(people)}/label", $"label of the people '{people.Key}'", "People(key, nl, en)", people.Label)),
        .. register.Categories.SelectMany(Of),
        .. register.Events.SelectMany(Of),
        .. register.Recipients.SelectMany(Of),
        .. register.Activities.SelectMany(Of),
        .. DeclaredRule.AllOf(register).SelectMany(Of),
        .. register.Backups.Select(backup => new DeclaredText(
            $"{RegisterPath.Of(backup)}/name", $"name of the backups '{backup.Key}'", "Name(nl, en)", backup.Name)),
        .. (register.Controller?.JointControllers ?? []).Select((joint, index) => new DeclaredText(
            $"/controller/jointControllers/{index}/arrangement", "arrangement with the joint controller (Art. 26(2))", "JointController(name, contact, arrangement)", joint.Arrangement)),
        .. register.ConflictChoices.Select((choice, index) => new DeclaredText(
            $"/conflictChoices/{index}/reason", $"reason why '{choice.Prevails}' goes before '{choice.Yields}'", "Choose(prevails, over, nl, en)", choice.Reason)),
        .. Optional("/security", "description of the security measures", "Security(nl, en)", register.Security),
    ];

    private static IEnumerable<DeclaredText> Of(DataCategory category)
    {
        var path = RegisterPath.Of(category);
        return
        [
            new($"{path}/label", $"label of the category '{category.Key}'", "Category(key, nl, en)", category.Label),
            .. Optional($"{path}/description", $"description of the category '{category.Key}'", "Description(nl, en)", category.Description),
        ];
    }

    private static IEnumerable<DeclaredText> Of(RetentionEvent retentionEvent)
    {
        var path = RegisterPath.Of(retentionEvent);
        return
        [
            new($"{path}/label", $"label of the event '{retentionEvent.Key}'", "Event(key, nl, en)", retentionEvent.Label),
            .. Optional($"{path}/description", $"description of the event '{retentionEvent.Key}'", "Event(key, nl, en, description)", retentionEvent.Description),
        ];
    }

    private static IEnumerable<DeclaredText> Of(Recipient recipient)
    {
        var path = RegisterPath.Of(recipient);
        return
        [
            new($"{path}/task", $"task of the recipient '{recipient.Key}'", "Task(nl, en)", recipient.Task),
            .. recipient.Transfers.SelectMany((transfer, index) => Of(transfer.Safeguard, $"{path}/transfers/{index}/safeguard")),
        ];
    }

    private static IEnumerable<DeclaredText> Of(TransferSafeguard? safeguard, string path) => safeguard switch
    {
        TransferSafeguard.StandardClauses clauses => [Copy("StandardClauses", clauses.Copy, path)],
        TransferSafeguard.BindingCorporateRules rules => [Copy("BindingCorporateRules", rules.Copy, path)],
        TransferSafeguard.OtherSafeguard other =>
        [
            new($"{path}/description", "description of the safeguard (Art. 46)", "OtherSafeguard(description, copy)", other.Description),
            Copy("OtherSafeguard", other.Copy, path),
        ],
        TransferSafeguard.CompellingInterest compelling =>
        [
            new($"{path}/interest", "compelling interest of the transfer (Art. 13(1)(f), 49(1))", "CompellingInterest(interest, safeguards)", compelling.Interest),
            new($"{path}/safeguards", "safeguards of the transfer (Art. 30(1)(e), 49(1))", "CompellingInterest(interest, safeguards)", compelling.Safeguards),
        ],
        _ => [],
    };

    private static DeclaredText Copy(string safeguard, LocalizedText? copy, string path) =>
        new($"{path}/copy", "way to get a copy of the safeguard (Art. 13(1)(f))", $"{safeguard}(…)", copy);

    private static IEnumerable<DeclaredText> Of(ProcessingActivity activity)
    {
        var path = RegisterPath.Of(activity);
        var of = $"of the activity '{activity.Key}'";
        return
        [
            new($"{path}/name", $"name {of}", "Name(nl, en)", activity.Name),
            new($"{path}/purpose/description", $"purpose {of} (Art. 13(1)(c))", "Purpose(nl, en)", activity.Purpose?.Description),
            .. activity.Basis is LawfulBasis.LegitimateInterest basis
                ? [new DeclaredText($"{path}/basis/interest", $"legitimate interest {of} (Art. 13(1)(d))", "OnLegitimateInterest(nl, en)", basis.Interest)]
                : Enumerable.Empty<DeclaredText>(),
            .. activity.Sources.Select((source, index) => new DeclaredText(
                $"{path}/sources/{index}/name", $"source {of} (Art. 14(2)(f))", "ObtainedFrom(nl, en)", source.Name)),
            .. Optional($"{path}/consent/question", $"question for consent to the activity '{activity.Key}' (Art. 7(2))", "Question(nl, en)", activity.Consent?.Question),
            .. Optional($"{path}/provision/consequence", $"consequence of not giving data {of}", "Provision(requirement, nl, en)", activity.Provision?.Consequence),
            .. Of(activity.AutomatedDecision, $"{path}/automatedDecision", of),
            .. Optional($"{path}/security", $"description of the security measures {of}", "Security(nl, en)", activity.Security),
        ];
    }

    private static IEnumerable<DeclaredText> Of(AutomatedDecision? decision, string path, string of) => decision is null ? [] :
    [
        new($"{path}/logic", $"logic of the automated decision {of} (Art. 13(2)(f))", "DecidesAutomatically(…)", decision.Logic),
        new($"{path}/consequences", $"consequences of the automated decision {of} (Art. 13(2)(f))", "DecidesAutomatically(…)", decision.Consequences),
        new($"{path}/review", $"review of the automated decision {of} by a person (Art. 22(3))", "DecidesAutomatically(…)", decision.Review),
    ];

    private static IEnumerable<DeclaredText> Of(DeclaredRule declared) => declared.Rule.Term is RetentionTerm.Indefinitely endless
        ? [new($"{declared.TermPath}/reason", $"reason of the rule '{declared.Rule.Key}' to keep data without end (Art. 5(1)(e))", "Indefinitely(nl, en)", endless.Reason)]
        : [];

    private static IEnumerable<DeclaredText> Optional(string path, string what, string call, LocalizedText? text) =>
        text is null ? [] : [new(path, what, call, text)];
}

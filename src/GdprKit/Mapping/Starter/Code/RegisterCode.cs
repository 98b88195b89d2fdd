namespace GdprKit.Mapping;

/// <summary>Writes the proposed register.</summary>
internal sealed class RegisterCode(RegisterDraft draft, ProposalNames names, KeyNames keys)
{
    public static readonly Key<BackupSchedule> Backup = Key<BackupSchedule>.Parse("nightly");

    private const string Indent = "        ";

    public ProposedFile Write(string store)
    {
        var methods = new UniqueNames(names.Register, "Create", "Controller");
        var activities = draft.Activities.Select(activity => (Draft: activity, Method: methods.Take(keys.Member(activity.Activity.Key)))).ToList();
        return new CodeFile(names, "GdprKit", "NodaTime").Build(names.Register,
        [
            "/// <summary>",
            $"/// What is kept of whom, why, and for how long, as proposed from the model of {store}. Search for GUESS and confirm or correct it;",
            "/// search for FILL IN and write what no program can know.",
            "/// </summary>",
            $"public static class {names.Register}",
            "{",
            "    public static ProcessingRegister Create() => ProcessingRegister.Create(register => register",
            .. CodeLines.Chain(Indent, [.. Declarations, .. activities.Select(each => ((Mark?)null, $".Activity({keys[each.Draft.Activity.Key]}, {each.Method})")), .. Safety]),
            "",
            "    private static void Controller(DataControllerBuilder controller) => controller",
            .. CodeLines.Chain(Indent, Controller),
            .. activities.SelectMany(each => new ActivityCode(each.Draft, keys).Write(each.Method).Prepend("")),
            "}",
        ]);
    }

    private static List<(Mark? Mark, string Call)> Controller =>
    [
        (Mark.FillIn("the name of your organisation, with its legal form."), ".Name(\"(name of your organisation)\")"),
        (Mark.Guess("the proposed periods are those of Dutch law."), ".Country(\"NL\")"),
        (Mark.FillIn("how people reach you about their data; add address and telephone number where you have them."), ".Contact(email: \"privacy@example.org\")"),
    ];

    private IEnumerable<(Mark? Mark, string Call)> Declarations =>
    [
        (null, ".Controller(Controller)"),
        .. draft.People.Select(people => (people.Mark, People(people.Value))),
        .. draft.Categories.Select(category => (category.Mark, Category(category.Value))),
        .. draft.Events.Select(happened => ((Mark?)null, $".Event({keys[happened.Key]}, {CSharpText.Arguments(happened.Label)})")),
        .. draft.Recipients.Select(recipient => (recipient.Mark, Recipient(recipient.Value))),
    ];

    private List<(Mark? Mark, string Call)> Safety =>
    [
        (Mark.FillIn("how often a backup is made, and how long it is kept."),
            $".Backup({keys[Backup]}, backup => backup.Every(Period.FromDays(1)).KeptFor(Period.FromMonths(1))\n{Indent}    .Name({CSharpText.Arguments(LocalizedText.Of("nachtelijke back-up", "nightly backup"))}))"),
        (Mark.FillIn("how the data are protected."),
            // With the bracket behind the register.
            ".Security(nl: \"(hoe je de gegevens beveiligt)\", en: \"(how you protect the data)\"))"),
    ];

    private string People(SubjectKind people) => $".People({keys[people.Key]}, {CSharpText.Arguments(people.Label)}{(people.HasOwnNotice ? ", hasOwnNotice: true" : "")})";

    private string Category(DataCategory category)
    {
        var parts = new List<string>();
        if (category.Sensitivity is DataSensitivity.Special)
        {
            parts.Add(".Special()");
        }

        if (category is { Sensitivity: DataSensitivity.NationalNumber, Law: { } law })
        {
            parts.Add($".NationalNumber({CSharpText.Literal(law.Text)}, {CSharpText.Literal(law.Jurisdiction!.Value.Code)})");
        }

        if (category.Term is { } term)
        {
            parts.Add($".Term({CSharpText.Literal(term.ToString())})");
        }

        if (category.Description is { } description)
        {
            parts.Add($"\n{Indent}    .Description({CSharpText.Arguments(description)})");
        }

        var more = parts.Count > 0 ? $", category => category{string.Concat(parts)}" : "";
        return $".Category({keys[category.Key]}, {CSharpText.Arguments(category.Label)}{more})";
    }

    private string Recipient(Recipient recipient) =>
        $".Recipient({keys[recipient.Key]}, recipient => recipient.Name({CSharpText.Literal(recipient.Name)}).{recipient.Role}().Country({CSharpText.Literal(recipient.Country.Code)})"
        + $"\n{Indent}    .Task({CSharpText.Arguments(recipient.Task)}))";
}

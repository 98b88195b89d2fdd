using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>What a register of the shop says; its people, categories and events are always the same.</summary>
/// <param name="Activities">The activities; every category is used by one about clients and by one about staff.</param>
/// <param name="Choices">The choices between laws.</param>
/// <param name="TimeZone">The controller's zone.</param>
/// <param name="FinancialYearEnd">The last day of the controller's financial year.</param>
public sealed record RegisterChoices(ValueList<ProcessingActivity> Activities, ValueList<RuleConflictChoice> Choices, string TimeZone, AnnualDate FinancialYearEnd)
{
    private static readonly LocalizedText Text = LocalizedText.Of("tekst", "text");

    /// <summary>The register, or <see langword="null"/> when it has a fault: two laws contradict each other.</summary>
    public ProcessingRegister? TryCreate()
    {
        try
        {
            return ProcessingRegister.Create(Declare);
        }
        catch (InvalidRegisterException)
        {
            return null;
        }
    }

    private void Declare(RegisterBuilder register)
    {
        register.Controller(controller => controller
            .Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example").TimeZone(TimeZone).FinancialYearEnd(FinancialYearEnd));
        register.People(WorldKeys.Clients, "klanten", "clients").People(WorldKeys.Staff, "medewerkers", "staff");
        foreach (var category in WorldKeys.Categories)
        {
            register.Category(category, "gegevens", "data");
        }

        foreach (var happened in WorldKeys.Events)
        {
            register.Event(happened, "gebeurtenis", "event");
        }

        foreach (var activity in Activities)
        {
            register.Add(activity);
        }

        foreach (var choice in Choices)
        {
            register.Choose(choice.Prevails, choice.Yields, "omdat", "because");
        }
    }

    /// <summary>An activity with texts that nobody reads.</summary>
    public static ProcessingActivity Activity(string key, LawfulBasis basis, ValueList<Key<SubjectKind>> people, ValueList<Key<DataCategory>> categories, ValueList<RetentionRule> retention) => new()
    {
        Key = Key<ProcessingActivity>.Parse(key),
        Name = Text,
        Purpose = new Purpose(Text),
        Basis = basis,
        People = people,
        Categories = categories,
        Provision = new DataProvision(ProvisionRequirement.Voluntary, null),
        Retention = retention,
    };
}

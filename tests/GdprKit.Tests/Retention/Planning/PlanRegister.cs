using NodaTime;

namespace GdprKit.Retention;

/// <summary>Registers that declare what a test of a plan names, and nothing else.</summary>
internal static class PlanRegister
{
    public static readonly Key<SubjectKind> Customers = ShopKeys.Customers;
    public static readonly Key<SubjectKind> Staff = ShopKeys.Employees;
    public static readonly Key<DataCategory> Name = ShopKeys.Name;
    public static readonly Key<DataCategory> Contact = ShopKeys.EmailAddress;
    public static readonly Key<DataCategory> Bought = ShopKeys.Purchases;
    public static readonly Key<RetentionEvent> Seen = new("seen");
    public static readonly Key<RetentionEvent> Registered = new("registered");
    public static readonly Key<RetentionEvent> Sold = new("sold");
    public static readonly Key<RetentionEvent> Birth = new("birth");

    private static readonly LocalizedText Text = LocalizedText.Of("tekst", "text");

    /// <summary>An activity about customers that uses their name.</summary>
    public static ProcessingActivity Activity(string key, params ReadOnlySpan<RetentionRule> rules) => new()
    {
        Key = new Key<ProcessingActivity>(key),
        Name = Text,
        Purpose = new Purpose(Text),
        Basis = new LawfulBasis.Contract(),
        People = [Customers],
        Categories = [Name],
        Provision = DataProvision.For(new LawfulBasis.Contract()),
        Retention = ValueList.Create(rules),
    };

    public static ProcessingActivity About(this ProcessingActivity activity, params ReadOnlySpan<Key<SubjectKind>> people) => activity with { People = ValueList.Create(people) };

    public static ProcessingActivity Using(this ProcessingActivity activity, params ReadOnlySpan<Key<DataCategory>> categories) => activity with { Categories = ValueList.Create(categories) };

    public static ProcessingActivity OnConsent(this ProcessingActivity activity) => activity with { Basis = new LawfulBasis.Consent(), Provision = DataProvision.For(new LawfulBasis.Consent()) };

    /// <summary>A number of years after an event.</summary>
    public static RetentionRule Years(string key, int years, Key<RetentionEvent> after, DisposalAction then = DisposalAction.Delete) =>
        Rule(key, new RetentionTerm.After { Events = [after], Anchor = RetentionAnchor.Exact, Period = Period.FromYears(years) }, then);

    public static RetentionRule Rule(string key, RetentionTerm term, DisposalAction then = DisposalAction.Delete) => new()
    {
        Key = new Key<RetentionRule>(key),
        Term = term,
        Side = RetentionSide.Both,
        Then = then,
        Strength = RetentionStrength.Own,
    };

    public static ProcessingRegister RegisterOf(params IEnumerable<ProcessingActivity> activities) => RegisterOf(_ => { }, [.. activities]);

    public static ProcessingRegister RegisterOf(Action<RegisterBuilder> besides, params IReadOnlyList<ProcessingActivity> activities) => ProcessingRegister.Create(register =>
    {
        register.Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example"));
        foreach (var people in activities.SelectMany(activity => activity.People).Distinct())
        {
            register.Add(new SubjectKind { Key = people, Label = Text });
        }

        foreach (var category in activities.SelectMany(activity => activity.Categories).Distinct())
        {
            register.Add(new DataCategory { Key = category, Label = Text, Sensitivity = DataSensitivity.Ordinary });
        }

        foreach (var happened in activities.SelectMany(activity => activity.Retention).SelectMany(rule => TermEvents.Of(rule.Term)).Distinct())
        {
            register.Add(new RetentionEvent { Key = happened, Label = Text });
        }

        foreach (var activity in activities)
        {
            register.Add(activity);
        }

        besides(register);
    });
}

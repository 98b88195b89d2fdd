namespace GdprKit.Mapping;

/// <summary>Drafts the activities for what is held of whom.</summary>
internal sealed class ActivityDrafter(Findings findings, IReadOnlyList<DatedRow> dated, IReadOnlyCollection<(Key<SubjectKind> Kind, Key<DataCategory> Category)> held)
{
    public static readonly Key<Recipient> HostingProvider = Key<Recipient>.Parse("hosting-provider");

    private static readonly Key<DataCategory>[] OnInvoices = [Webshop.Name, Webshop.Address];

    private static readonly string[] NewsletterWords = ["newsletter", "nieuwsbrief", "emailpromotion", "optin", "marketing"];

    /// <summary>Whether a property says that somebody wants the newsletter.</summary>
    public static bool AsksForNewsletter(PropertyDescription property) => NameParts.RunsOf(property.Path.Segments[^1]).Overlaps(NewsletterWords);

    public IEnumerable<ActivityDraft> Draft(IReadOnlyList<PeopleGroup> groups) =>
    [
        .. groups.Where(group => group.Role is not PeopleRole.Employee).Select(Main).OfType<ActivityDraft>(),
        .. Bookkeeping(TemplateDeclarations.Activity(Webshop.Invoicing), role => role is not PeopleRole.Member, "seven years by art. 52 AWR, because the rows hold amounts."),
        .. Bookkeeping(TemplateDeclarations.Activity(Association.Bookkeeping), role => role is PeopleRole.Member, "seven years by art. 2:10 BW, because the rows hold amounts."),
        .. Newsletter(groups),
        .. groups.Where(group => group.Role is PeopleRole.Employee).Select(Main).OfType<ActivityDraft>(),
        .. Sensitive(),
    ];

    private ActivityDraft? Main(PeopleGroup group) => group.Role switch
    {
        PeopleRole.Customer when Buys(group) => Adapted(group, TemplateDeclarations.Activity(Webshop.Orders), "what customers buy is here."),
        PeopleRole.Customer when dated.Any(row => IsOf(row, group)) => Adapted(group, OwnActivities.Services, "what customers rent, book or pay is here."),
        PeopleRole.Customer => Adapted(group, OwnActivities.CustomerAdministration, "customers are here, and nothing that they buy."),
        PeopleRole.Member => Adapted(group, TemplateDeclarations.Activity(Association.MembershipAdministration), "members are here."),
        PeopleRole.Applicant => Adapted(group, OwnActivities.Recruitment, "applicants are here."),
        PeopleRole.Subscriber => Adapted(group, TemplateDeclarations.Activity(Webshop.Newsletter), "subscribers are here."),
        PeopleRole.User => Adapted(group, OwnActivities.Accounts, "people who sign in are here."),
        PeopleRole.Author => Adapted(group, OwnActivities.Catalogue, "makers of works are here; write the balancing test."),
        PeopleRole.Supplier => Adapted(group, OwnActivities.Purchasing, "contact persons of suppliers are here."),
        PeopleRole.Employee => Adapted(group, OwnActivities.StaffAdministration, "employees are here."),
        _ => Adapted(group, OwnActivities.AdministrationOf(group.People[0].Kind), null),
    };

    private bool Buys(PeopleGroup group) => dated.Any(row => row.Topic.Latest!.Key == Webshop.LastPurchase.ToString() && IsOf(row, group));

    private bool IsOf(DatedRow row, PeopleGroup group) => findings.PeopleBehind(row.Entity).Any(people => group.Kinds.Contains(people.Kind.Key));

    private ActivityDraft? Adapted(PeopleGroup group, ProcessingActivity model, string? why)
    {
        var categories = Ordinary(group.Kinds);
        if (categories.Count == 0)
        {
            return null;
        }

        var rules = Rules(group, model, categories);
        return new ActivityDraft(
            For(model, group.Kinds, categories) with { Retention = rules.Select(rule => rule.Rule).ToValueList() },
            why is null ? Mark.FillIn($"what you do with data of {group.People[0].Kind.Label[Language.English]}, and on which basis.") : Mark.Guess($"the purpose and the basis, because {why}"),
            [.. rules.Select(rule => rule.Mark)]);
    }

    /// <summary>How long data of people are kept, and apart from them what has a period of its own, as each of their purchases.</summary>
    private List<(RetentionRule Rule, Mark Mark)> Rules(PeopleGroup group, ProcessingActivity model, ValueList<Key<DataCategory>> categories)
    {
        var rule = model.Retention[0];
        if (rule.Term is not RetentionTerm.After after || group.Clock.Events.IsEmpty)
        {
            return [(rule, Period(rule))];
        }

        var ofPeople = after with { Events = Keys(group.Clock.Events), Fallback = group.Clock.Fallback is { } fallback ? SubjectEvents.KeyOf(fallback) : null, Anchor = RetentionAnchor.Exact };
        var items = ItemRows.Of(group, dated, findings).Select(row => row.Topic).DistinctBy(topic => topic.Category).OrderBy(topic => topic.Category, StringComparer.Ordinal).ToList();
        var rest = categories.Where(category => items.TrueForAll(topic => topic.Category != category.ToString())).ToValueList();
        return items.Count == 0 || rest.IsEmpty
            ? [(rule with { Term = ofPeople }, Period(rule))]
            : [(rule with { Term = ofPeople, Categories = rest }, Period(rule)), .. items.Select(topic => OfItems(rule, ofPeople, topic))];
    }

    private static (RetentionRule Rule, Mark Mark) OfItems(RetentionRule rule, RetentionTerm.After term, Topic topic) => (
        rule with
        {
            Key = Key<RetentionRule>.Parse($"{rule.Key}-{topic.Happened!.Key}"),
            Term = term with { Events = [SubjectEvents.KeyOf(topic.Happened)], Fallback = null },
            Categories = [Key<DataCategory>.Parse(topic.Category)],
        },
        Mark.Guess("the period of each of them; it does not begin anew when another follows."));

    private static Mark Period(RetentionRule rule) =>
        Mark.Guess(rule.Source is { } source ? $"the period, from {source.Text}." : "the period; choose what you need for the purpose, and no longer.");

    private IEnumerable<ActivityDraft> Bookkeeping(ProcessingActivity model, Func<PeopleRole, bool> about, string period)
    {
        var rows = dated.Where(row => row.HasAmounts)
            .Select(row => (Row: row, Kinds: FiscalRows.PeopleIn(row, findings).Where(people => about(people.Role)).Select(people => people.Kind.Key).ToList()))
            .Where(each => each.Kinds.Count > 0)
            .ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        var kinds = rows.SelectMany(each => each.Kinds).Distinct().Order().ToList();
        var kept = rows.Select(each => Key<DataCategory>.Parse(each.Row.Topic.Category)).Concat(OnInvoices).ToHashSet();
        var rule = model.Retention[0];
        var events = Keys(rows.Select(each => each.Row.Topic.Happened!).DistinctBy(what => what.Key));
        return
        [
            new ActivityDraft(
                For(model, kinds, Ordinary(kinds).Where(kept.Contains).ToValueList()) with { Retention = [rule with { Term = ((RetentionTerm.After)rule.Term) with { Events = events } }] },
                Mark.Guess($"the purpose and the basis, because {CSharpText.Enumerate([.. rows.Select(each => each.Row.Entity.ToString())])} hold{(rows.Count == 1 ? "s" : "")} amounts and a date."),
                Mark.Guess(period)),
        ];
    }

    // A tick for a newsletter is there, so somebody sends one.
    private IEnumerable<ActivityDraft> Newsletter(IReadOnlyList<PeopleGroup> groups)
    {
        var kinds = findings.Subjects
            .Where(entity => entity.Properties.Any(AsksForNewsletter))
            .Select(entity => findings.People[entity.Name])
            .Where(people => people.Role is not (PeopleRole.Subscriber or PeopleRole.Employee))
            .Select(people => people.Kind.Key).Distinct().Order().ToList();
        var needed = new[] { Webshop.Name, Webshop.EmailAddress, Key<DataCategory>.Parse("preferences") };
        var categories = Ordinary(kinds).Where(needed.Contains).ToValueList();
        return kinds.Count == 0 || !categories.Contains(Webshop.EmailAddress) || groups.Any(group => group.Role is PeopleRole.Subscriber)
            ? []
            : [new ActivityDraft(For(TemplateDeclarations.Activity(Webshop.Newsletter), kinds, categories), Mark.Guess("the purpose and the basis, because people can say here whether they want mail."), Mark.Guess("as long as consent stands."))];
    }

    private IEnumerable<ActivityDraft> Sensitive()
    {
        var special = held.Where(each => CategoryCatalog.IsSpecial(each.Category.ToString())).ToList();
        return special.Count == 0
            ? []
            :
            [
                new ActivityDraft(
                    For(OwnActivities.SensitiveData, special.Select(each => each.Kind).Distinct().Order(), special.Select(each => each.Category).Distinct().Order().ToValueList()),
                    Mark.FillIn("why you may use such data at all, which Art. 9(1) forbids; explicit consent is only one of the exceptions of Art. 9(2)."),
                    Mark.Guess("as long as consent stands.")),
            ];
    }

    private static ProcessingActivity For(ProcessingActivity model, IEnumerable<Key<SubjectKind>> kinds, ValueList<Key<DataCategory>> categories) => model with
    {
        People = kinds.ToValueList(),
        Categories = categories,
        Recipients = model.Recipients.Append(HostingProvider).Order().ToValueList(),
    };

    private ValueList<Key<DataCategory>> Ordinary(IEnumerable<Key<SubjectKind>> kinds)
    {
        var about = kinds.ToHashSet();
        return held.Where(each => about.Contains(each.Kind) && !CategoryCatalog.IsSpecial(each.Category.ToString())).Select(each => each.Category).Distinct().Order().ToValueList();
    }

    private static ValueList<Key<RetentionEvent>> Keys(IEnumerable<TopicEvent> events) => events.Select(SubjectEvents.KeyOf).Order().ToValueList();
}

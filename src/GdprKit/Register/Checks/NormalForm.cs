namespace GdprKit;

/// <summary>
/// One form for everything that says the same: what is a set is ordered, so that equal registers are equal objects with equal
/// hashes, whatever the order they were declared in.
/// </summary>
/// <remarks>
/// Periods stay as they were declared: twelve months and a year are the same length in other words, and people read the words.
/// </remarks>
internal static class NormalForm
{
    public static RegisterDeclarations Of(RegisterDeclarations register) => register with
    {
        Languages = Ordered(register.Languages, static (left, right) => string.CompareOrdinal(left.Code, right.Code)),
        Controller = Of(register.Controller!),
        People = register.People.InOrderOfKeys(),
        Categories = register.Categories.Select(category => category with { Law = Of(category.Law) }).InOrderOfKeys(),
        Events = register.Events.InOrderOfKeys(),
        Recipients = register.Recipients.Select(Of).InOrderOfKeys(),
        Activities = register.Activities.Select(Of).InOrderOfKeys(),
        ConflictChoices = register.ConflictChoices.OrderBy(choice => choice.Prevails).ThenBy(choice => choice.Yields).ToValueList(),
        Backups = register.Backups.InOrderOfKeys(),
    };

    /// <summary>The events of an end are a set.</summary>
    public static RetentionTerm.After Of(RetentionTerm.After after) => after with { Events = Ordered(after.Events) };

    private static DataController Of(DataController controller) => controller with
    {
        Contact = Of(controller.Contact),
        Representative = Of(controller.Representative),
        DataProtectionOfficer = Of(controller.DataProtectionOfficer),
        JointControllers = controller.JointControllers
            .Select(joint => joint with { Contact = Of(joint.Contact) })
            .OrderBy(joint => joint.Name, StringComparer.Ordinal)
            .ToValueList(),
        SupervisoryAuthority = controller.SupervisoryAuthority with { Website = Of(controller.SupervisoryAuthority.Website)! },
        Rights = controller.Rights with { Page = Of(controller.Rights.Page) },
    };

    private static ContactParty? Of(ContactParty? party) => party is null ? null : party with { Contact = Of(party.Contact) };

    private static ContactDetails Of(ContactDetails contact) => contact with { Website = Of(contact.Website) };

    private static Recipient Of(Recipient recipient) => recipient with
    {
        Transfers = recipient.Transfers
            .Select(transfer => transfer with
            {
                Safeguard = transfer.Safeguard is TransferSafeguard.AdequacyDecision adequacy ? adequacy with { Decision = Of(adequacy.Decision)! } : transfer.Safeguard,
            })
            .OrderBy(transfer => transfer.Country?.Code, StringComparer.Ordinal)
            .ThenBy(transfer => transfer.Organisation, StringComparer.Ordinal)
            .ThenBy(transfer => transfer.Safeguard.ToString(), StringComparer.Ordinal)
            .ThenBy(transfer => transfer.Assessment, StringComparer.Ordinal)
            .ToValueList(),
    };

    private static ProcessingActivity Of(ProcessingActivity activity) => activity with
    {
        Basis = activity.Basis switch
        {
            LawfulBasis.LegalObligation obligation => obligation with { Law = Of(obligation.Law)! },
            LawfulBasis.PublicTask task => task with { Law = Of(task.Law)! },
            var basis => basis,
        },
        SpecialCategoryCondition = activity.SpecialCategoryCondition is { } condition ? condition with { Law = Of(condition.Law) } : null,
        Consent = Of(activity.Consent),
        People = Ordered(activity.People),
        Categories = Ordered(activity.Categories),
        Recipients = Ordered(activity.Recipients),
        Sources = activity.Sources.OrderBy(source => source.Name.ToString(), StringComparer.Ordinal).ToValueList(),
        Marketing = Ordered(activity.Marketing),
        Retention = activity.Retention.Select(Of).InOrderOfKeys(),
    };

    // Terms that say nothing are the default, which is said by leaving them out.
    private static ConsentTerms? Of(ConsentTerms? terms) =>
        terms is null || terms == new ConsentTerms() ? null : terms with { DoubleOptIn = Ordered(terms.DoubleOptIn) };

    private static RetentionRule Of(RetentionRule rule) => rule with
    {
        Categories = Ordered(rule.Categories),
        Source = Of(rule.Source),
        Term = rule.Term switch
        {
            RetentionTerm.After after => Of(after),
            RetentionTerm.LatestOf latest => new RetentionTerm.LatestOf(latest.Terms.Select(Of).OrderBy(InWords, StringComparer.Ordinal).ToValueList()),
            var term => term,
        },
    };

    private static string InWords(RetentionTerm.After after) => $"{string.Join(' ', after.Events)}, {after.Anchor}, {after.Period}, {after.Fallback}";

    private static Citation? Of(Citation? citation) => citation is null ? null : citation with { Url = Of(citation.Url) };

    // Addresses are equal whatever the case of the host; they are written the same way too.
    private static Uri? Of(Uri? url) => url is { IsAbsoluteUri: true } ? new Uri(url.AbsoluteUri) : url;

    private static ValueList<T> Ordered<T>(ValueList<T> values) => Ordered(values, Comparer<T>.Default.Compare);

    // What is equal is the same, so it makes no difference that this order is not stable.
    private static ValueList<T> Ordered<T>(ValueList<T> values, Comparison<T> comparison)
    {
        var ordered = values.AsSpan().ToArray();
        Array.Sort(ordered, comparison);
        return ValueList.Create<T>(ordered);
    }
}

namespace GdprKit;

/// <summary>Declares one thing that is done with personal data.</summary>
public sealed class ProcessingActivityBuilder
{
    private readonly BuilderScope _scope;
    private readonly List<Key<SubjectKind>> _people = [];
    private readonly List<Key<DataCategory>> _categories = [];
    private readonly List<Key<Recipient>> _recipients = [];
    private readonly List<DataSource> _sources = [];
    private readonly List<MarketingChannel> _marketing = [];
    private readonly List<RetentionRule> _rules = [];
    private ProcessingActivity _activity;

    internal ProcessingActivityBuilder(BuilderScope scope, Key<ProcessingActivity> key)
    {
        _scope = scope;
        _activity = new ProcessingActivity
        {
            Key = key,
            Name = LocalizedText.Empty,
            Purpose = new Purpose(LocalizedText.Empty),
            Basis = null!,
            People = [],
            Categories = [],
            Provision = null!,
            Retention = [],
        };
    }

    /// <summary>What it is called.</summary>
    /// <param name="nl">A few words in Dutch: "Nieuwsbrief".</param>
    /// <param name="en">A few words in English: "Newsletter".</param>
    public ProcessingActivityBuilder Name(string? nl = null, string? en = null) => With(_activity with { Name = LocalizedText.OfGiven(nl, en) });

    /// <summary>What it is for, as one sentence to the person.</summary>
    /// <param name="nl">In Dutch: "Wij sturen je elke maand onze nieuwsbrief."</param>
    /// <param name="en">In English: "We send you our newsletter every month."</param>
    /// <param name="term">The term of the W3C Data Privacy Vocabulary, a purpose: <c>dpv:DirectMarketing</c>.</param>
    public ProcessingActivityBuilder Purpose(string? nl = null, string? en = null, string? term = null) =>
        With(_activity with { Purpose = new Purpose(LocalizedText.OfGiven(nl, en), _scope.Term(term, "purpose/term")) });

    /// <summary>It rests on consent (Art. 6(1)(a)).</summary>
    /// <param name="term">The term of the W3C Data Privacy Vocabulary, a legal basis narrower than the article's; may be left out.</param>
    public ProcessingActivityBuilder OnConsent(string? term = null) => On(new LawfulBasis.Consent { Term = _scope.Term(term, "basis/term") });

    /// <summary>It is needed for a contract with the person (Art. 6(1)(b)).</summary>
    /// <param name="term">The term of the W3C Data Privacy Vocabulary, a legal basis narrower than the article's; may be left out.</param>
    public ProcessingActivityBuilder OnContract(string? term = null) => On(new LawfulBasis.Contract { Term = _scope.Term(term, "basis/term") });

    /// <summary>A law demands it (Art. 6(1)(c)).</summary>
    /// <param name="law">The law: <c>art. 52 AWR</c>.</param>
    /// <param name="country">The two-letter code of the country whose law it is.</param>
    /// <param name="url">Where the law can be read.</param>
    /// <param name="term">The term of the W3C Data Privacy Vocabulary, a legal basis narrower than the article's; may be left out.</param>
    public ProcessingActivityBuilder OnLegalObligation(string law, string? country = null, string? url = null, string? term = null) =>
        On(new LawfulBasis.LegalObligation(_scope.Citation(law, country, url, "basis/law")) { Term = _scope.Term(term, "basis/term") });

    /// <summary>It protects somebody's life (Art. 6(1)(d)).</summary>
    /// <param name="term">The term of the W3C Data Privacy Vocabulary, a legal basis narrower than the article's; may be left out.</param>
    public ProcessingActivityBuilder OnVitalInterest(string? term = null) => On(new LawfulBasis.VitalInterest { Term = _scope.Term(term, "basis/term") });

    /// <summary>It is a task in the public interest (Art. 6(1)(e)).</summary>
    /// <param name="law">The law that lays the task down.</param>
    /// <param name="country">The two-letter code of the country whose law it is.</param>
    /// <param name="url">Where the law can be read.</param>
    /// <param name="term">The term of the W3C Data Privacy Vocabulary, a legal basis narrower than the article's; may be left out.</param>
    public ProcessingActivityBuilder OnPublicTask(string law, string? country = null, string? url = null, string? term = null) =>
        On(new LawfulBasis.PublicTask(_scope.Citation(law, country, url, "basis/law")) { Term = _scope.Term(term, "basis/term") });

    /// <summary>It serves an interest that weighs more than the person's (Art. 6(1)(f)).</summary>
    /// <param name="nl">The interest in Dutch, as it stands after "ons belang is om …".</param>
    /// <param name="en">The interest in English, as it stands after "our interest is …".</param>
    /// <param name="balancingTest">Where the written balancing test is kept; leaving it out warns.</param>
    /// <param name="term">The term of the W3C Data Privacy Vocabulary, a legal basis narrower than the article's; may be left out.</param>
    public ProcessingActivityBuilder OnLegitimateInterest(string? nl = null, string? en = null, string? balancingTest = null, string? term = null) =>
        On(new LawfulBasis.LegitimateInterest(LocalizedText.OfGiven(nl, en)) { BalancingTest = balancingTest, Term = _scope.Term(term, "basis/term") });

    /// <summary>It rests on this basis.</summary>
    /// <param name="basis">The basis, one of six.</param>
    public ProcessingActivityBuilder On(LawfulBasis basis)
    {
        if (_activity.Basis is not null)
        {
            _scope.Report(RegisterFaults.BasisDeclaredTwice($"{_scope.Path}/basis"));
        }

        return With(_activity with { Basis = basis });
    }

    /// <summary>Why special categories may be used (Art. 9(2)).</summary>
    /// <param name="ground">The exception.</param>
    /// <param name="law">The law it rests on, where it needs one.</param>
    /// <param name="country">The two-letter code of the country whose law it is.</param>
    /// <param name="url">Where the law can be read.</param>
    public ProcessingActivityBuilder SpecialCategories(SpecialCategoryGround ground, string? law = null, string? country = null, string? url = null) =>
        With(_activity with
        {
            SpecialCategoryCondition = new SpecialCategoryCondition(
                ground, law is null ? null : _scope.Citation(law, country, url, "specialCategories/law")),
        });

    /// <summary>How consent is asked, where it differs from the default: one question made from the purpose, until it is withdrawn.</summary>
    /// <param name="declare">Declares the terms: <c>consent =&gt; consent.DoubleOptIn(MarketingChannel.Email).ValidFor(Period.FromYears(2))</c>.</param>
    public ProcessingActivityBuilder AskConsent(Action<ConsentTermsBuilder> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var builder = new ConsentTermsBuilder();
        declare(builder);
        return With(_activity with { Consent = builder.Build() });
    }

    /// <summary>It is an information society service that is offered directly to children (Art. 8).</summary>
    public ProcessingActivityBuilder AddressesMinors() => With(_activity with { AddressesMinors = true });

    /// <summary>It relies on the rule for existing customers: electronic messages about own similar products after a sale (art. 11.7(3) Tw).</summary>
    public ProcessingActivityBuilder SoftOptIn() => With(_activity with { SoftOptIn = true });

    /// <summary>The kinds of people concerned.</summary>
    /// <param name="people">Their keys.</param>
    public ProcessingActivityBuilder About(params ReadOnlySpan<Key<SubjectKind>> people) => Added(_people, people);

    /// <summary>The categories of data used.</summary>
    /// <param name="categories">Their keys.</param>
    public ProcessingActivityBuilder Uses(params ReadOnlySpan<Key<DataCategory>> categories) => Added(_categories, categories);

    /// <summary>The parties that receive data.</summary>
    /// <param name="recipients">Their keys.</param>
    public ProcessingActivityBuilder SharedWith(params ReadOnlySpan<Key<Recipient>> recipients) => Added(_recipients, recipients);

    /// <summary>Where data come from that the person did not give (Art. 14).</summary>
    /// <param name="nl">The source in Dutch, as it stands after "van".</param>
    /// <param name="en">The source in English, as it stands after "from".</param>
    /// <param name="publiclyAccessible">Whether anybody can consult the source.</param>
    public ProcessingActivityBuilder ObtainedFrom(string? nl = null, string? en = null, bool publiclyAccessible = false) =>
        Added(_sources, [new DataSource(LocalizedText.OfGiven(nl, en), publiclyAccessible)]);

    /// <summary>Whether people must give the data, where it does not follow from the basis (Art. 13(2)(e)).</summary>
    /// <param name="requirement">Whether and why it is required.</param>
    /// <param name="nl">What happens otherwise, one sentence in Dutch.</param>
    /// <param name="en">What happens otherwise, one sentence in English.</param>
    public ProcessingActivityBuilder Provision(ProvisionRequirement requirement, string? nl = null, string? en = null) =>
        With(_activity with { Provision = new DataProvision(requirement, nl is null && en is null ? null : LocalizedText.OfGiven(nl, en)) });

    /// <summary>A machine alone decides something that matters to the person (Art. 22).</summary>
    /// <param name="logic">How it decides.</param>
    /// <param name="consequences">What that means for the person.</param>
    /// <param name="review">How the person gets a human to look at it.</param>
    public ProcessingActivityBuilder DecidesAutomatically(LocalizedText logic, LocalizedText consequences, LocalizedText review) =>
        With(_activity with { AutomatedDecision = new AutomatedDecision(logic, consequences, review) });

    /// <summary>It is direct marketing (Art. 21(2)).</summary>
    /// <param name="channels">Along which channels.</param>
    public ProcessingActivityBuilder Marketing(params ReadOnlySpan<MarketingChannel> channels) => Added(_marketing, channels);

    /// <summary>How long the data are kept, when one rule says it all.</summary>
    /// <param name="declare">Declares the rule; its key is the activity's.</param>
    public ProcessingActivityBuilder Keep(Action<RetentionRuleBuilder> declare) => Keep(default, declare);

    /// <summary>How long data are kept, one rule of several.</summary>
    /// <param name="key">The key of the rule, unique in the register.</param>
    /// <param name="declare">Declares the rule.</param>
    public ProcessingActivityBuilder Keep(Key<RetentionRule> key, Action<RetentionRuleBuilder> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var named = key.IsDefault && !_activity.Key.IsDefault ? new Key<RetentionRule>(_activity.Key.ToString()) : key;
        var builder = new RetentionRuleBuilder(_scope.At($"retention/{named}"), named);
        declare(builder);
        return Added(_rules, [builder.Build()]);
    }

    /// <summary>The security measures of this activity where they differ from the register's.</summary>
    /// <param name="nl">The Dutch description.</param>
    /// <param name="en">The English description.</param>
    public ProcessingActivityBuilder Security(string? nl = null, string? en = null) => With(_activity with { Security = LocalizedText.OfGiven(nl, en) });

    /// <summary>Where the data protection impact assessment (Art. 35) is kept.</summary>
    /// <param name="reference">A document number or link.</param>
    public ProcessingActivityBuilder ImpactAssessment(string reference) => With(_activity with { ImpactAssessment = reference });

    internal ProcessingActivity Build() => _activity with
    {
        People = _people.ToValueList(),
        Categories = _categories.ToValueList(),
        Recipients = _recipients.ToValueList(),
        Sources = _sources.ToValueList(),
        Marketing = _marketing.ToValueList(),
        Retention = _rules.ToValueList(),
        Provision = _activity.Provision ?? DataProvision.For(_activity.Basis),
    };

    private ProcessingActivityBuilder With(ProcessingActivity activity)
    {
        _activity = activity;
        return this;
    }

    private ProcessingActivityBuilder Added<T>(List<T> list, ReadOnlySpan<T> items)
    {
        list.AddRange(items);
        return this;
    }
}

namespace GdprKit.Mapping;

/// <summary>What the proposed classes are called.</summary>
internal sealed class ProposalNames
{
    // What the proposed code uses by its simple name, generic types with the number of their arguments.
    private static readonly string[] Used =
    [
        "Key`1", "SubjectKind", "DataCategory", "RetentionEvent", "Recipient", "ProcessingActivity", "RetentionRule", "BackupSchedule", "ProcessingRegister", "DataControllerBuilder",
        "ProcessingActivityBuilder", "MarketingChannel", "SpecialCategoryGround", "Period", "IPersonalDataMap`1", "PersonalDataMapBuilder`1", "TimeMeaning", "GdprKitBuilder",
    ];

    private readonly Dictionary<string, string> _maps = new(StringComparer.Ordinal);

    public ProposalNames(StoreDescription store, GdprProposalOptions options, IEnumerable<EntityDescription> mapped)
    {
        Name = options.Name ?? NameOf(store.Name);
        Namespace = options.Namespace ?? NamespaceOf(store);
        Host = new HostNames(Namespace, store.Entities.Select(entity => entity.Type));
        var names = new UniqueNames();
        Keys = names.Take($"{Name}Keys");
        Register = names.Take($"{Name}Register");
        Setup = names.Take($"{Name}Gdpr");
        foreach (var entity in mapped)
        {
            var name = CSharpName.Pascal(EntityName.Of(entity));
            var around = entity.Type.DeclaringType?.Name ?? entity.Type.Namespace?.Split('.')[^1] ?? "";
            _maps.Add(entity.Name, names.Take($"{name}Map", $"{around}{name}Map"));
        }
    }

    /// <summary>By which the names begin: <c>Crm</c> of <c>CrmDbContext</c>.</summary>
    public string Name { get; }

    public string Namespace { get; }

    public string Keys { get; }

    public string Register { get; }

    public string Setup { get; }

    public HostNames Host { get; }

    /// <summary>Whether a type of the host would be taken for one of GdprKit, so that the usings have to stand within the namespace, where they come first.</summary>
    public bool HostHidesGdprKit => Array.Exists(Used, name => Host.Find(name) is not null);

    public string MapOf(EntityDescription entity) => _maps[entity.Name];

    private static string NameOf(string store)
    {
        var name = store;
        foreach (var ending in new[] { "DbContext", "Context" })
        {
            name = name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
        }

        return CSharpName.IsValid(name) ? CSharpName.Pascal(name) : "My";
    }

    private static string NamespaceOf(StoreDescription store) =>
        store.Entities.Select(entity => entity.Type).Where(type => !EntityName.IsBag(type)).Select(type => type.Namespace).FirstOrDefault() is { } @namespace ? $"{@namespace}.Gdpr" : "Gdpr";
}

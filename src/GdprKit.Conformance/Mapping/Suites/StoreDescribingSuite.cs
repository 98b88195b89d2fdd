using GdprKit.Mapping;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What a store says of what it keeps.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreDescribingSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreDescribingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private protected override IEnumerable<object> Rows() => [];

    /// <summary>Every class is an entity, with its key and its base, and every property has its type.</summary>
    [Fact]
    public void Describes_every_entity_that_is_kept() => Promise.AreEqual(
        [],
        Kept().SelectMany(entity => DifferencesOf(entity.Domain, entity.Described)),
        "Every entity is described by its class, its key, the entity it is derived from and all its properties as the application sees them.",
        "Describe(), compared with ConformanceDomain.Description");

    /// <summary>A description is the same one, whenever it is asked for.</summary>
    [Fact]
    public void Describes_the_same_every_time() => Promise.Holds(
        Store.Describe(Token) == Map.Description && Store.Describe(Token) == Store.Describe(Token),
        "A description is the same every time.",
        "Describe(), three times",
        "equal descriptions",
        "different ones");

    /// <summary>What an entity owns is told with its owner.</summary>
    [Fact]
    public void Flattens_what_is_owned()
    {
        const string Sentence = "What is owned is flattened into its owner, and is no entity.";
        Promise.AreEqual(
            [],
            Map.Description.Entities.Where(entity => entity.Type == typeof(Address) || entity.Type == typeof(PhoneNumber)).Select(entity => entity.Name),
            Sentence,
            "Describe(): the entities of the classes Address and PhoneNumber");
        Promise.AreEqual(
            ["Home.City", "Home.Street"],
            Entity<Person>().Description.Properties.Select(property => $"{property.Path}").Where(path => path.StartsWith("Home", StringComparison.Ordinal)),
            Sentence,
            "Describe(): the properties of Person below Home");
    }

    /// <summary>A foreign key is told by the entity that has it and by the one it refers to.</summary>
    [Fact]
    public void Tells_every_reference_from_both_ends() => Promise.AreEqual(
        [],
        from entity in Kept()
        from reference in entity.Domain.References
        where IsKept(reference.Target) && !entity.Described.References.Any(told => IsSame(told, reference))
        select $"missing: {entity.Domain.Name} ({string.Join(", ", reference.Properties)}) to {reference.Target} ({string.Join(", ", reference.TargetProperties)})"
            + $"{(reference.Navigation is { } navigation ? $" by {navigation}" : "")}, IsForeignKey {reference.IsForeignKey}",
        "Every reference is told with its properties at both ends, by the entity that refers and, the other way around, by the one referred to.",
        "Describe(), compared with ConformanceDomain.Description");

    /// <summary>Who asks about an entity of another store is told so.</summary>
    [Fact]
    public async Task Refuses_an_entity_of_another_store()
    {
        var strange = Entity<Person>() with { Description = Entity<Person>().Description with { Name = "Strange" } };
        await Promise.ThrowsAsync<InvalidOperationException>(
            async () => await Store.CountAsync(strange, RowCondition.Always, [], Token),
            "An entity that was resolved against another description is refused, and never taken for an empty one.",
            "CountAsync of an entity that is called 'Strange'");
    }

    private IEnumerable<(EntityDescription Domain, EntityDescription Described)> Kept() =>
        from domain in ConformanceDomain.Description.Entities
        where IsKept(domain.Name)
        select (domain, Map.Description.Entities.Single(described => described.Type == domain.Type));

    private bool IsKept(string name) => Fixture.WhyLeftOut(ConformanceDomain.Description.Entity(name).Type) is null;

    private bool IsSame(ReferenceDescription told, ReferenceDescription reference) =>
        Map.Description.Entity(told.Target).Type == ConformanceDomain.Description.Entity(reference.Target).Type
        && told.Properties == reference.Properties
        && told.TargetProperties == reference.TargetProperties
        && told.IsForeignKey == reference.IsForeignKey
        && (reference.Navigation is null || told.Navigation == reference.Navigation);

    private IEnumerable<string> DifferencesOf(EntityDescription domain, EntityDescription described)
    {
        if (domain.Key != described.Key)
        {
            yield return $"the key of {domain.Name} is ({string.Join(", ", described.Key)}), not ({string.Join(", ", domain.Key)})";
        }

        var parent = described.Base is { } name ? Map.Description.Entity(name).Type.Name : null;
        if (parent != domain.Base)
        {
            yield return $"the base of {domain.Name} is {parent ?? "none"}, not {domain.Base ?? "none"}";
        }

        foreach (var property in domain.Properties)
        {
            var told = described.Properties.FirstOrDefault(each => each.Path == property.Path);
            foreach (var difference in told is null ? ["is missing"] : DifferencesOf(property, told))
            {
                yield return $"{domain.Name}.{property.Path} {difference}";
            }
        }
    }

    private static IEnumerable<string> DifferencesOf(PropertyDescription domain, PropertyDescription described) =>
    [
        .. domain.Type == described.Type ? (string[])[] : [$"is a {described.Type.Name}, not a {domain.Type.Name}"],
        // A store that can leave anything out says so of every property, and is right.
        .. domain.IsNullable && !described.IsNullable ? (string[])["is not said to be nullable"] : [],
        .. domain.IsUnique && !described.IsUnique ? (string[])["is not said to be unique"] : [],
        .. domain.IsForeignKey && !described.IsForeignKey ? (string[])["is not said to be part of a reference"] : [],
        .. domain.IsCollection == described.IsCollection ? (string[])[] : [$"is {(described.IsCollection ? "" : "not ")}said to be a collection"],
    ];
}

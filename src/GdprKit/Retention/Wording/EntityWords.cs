using GdprKit.Documents;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>What the rows of a plan are called: as their map says it, else after the kind of person that each of them is, else by their class.</summary>
internal sealed class EntityWords
{
    private readonly RegisterWording _words;
    private readonly DisposalPlan _plan;
    private readonly Dictionary<(string Store, string Entity), (string Class, string? Label)> _names;

    public EntityWords(DisposalPlan plan, RegisterWording words)
    {
        (_plan, _words) = (plan, words);
        var classes = plan.Entities.ToLookup(entity => entity.ToString(), StringComparer.Ordinal);
        _names = plan.Entities.ToDictionary(
            KeyOf,
            entity => (classes[entity.ToString()].Count() == 1 ? entity.ToString() : entity.Entity.Description.Name, LabelOf(entity.Entity)));
    }

    /// <summary>For a heading: "Klanten (Customer)", or the class alone.</summary>
    public string Title(PlannedEntity entity) => NameOf(entity) is var (name, label) && label is not null ? $"{_words.AsHeading(label)} ({name})" : name;

    /// <summary>In the middle of a sentence: "klanten", "rijen van InvoiceLine".</summary>
    public string Rows(PlannedEntity entity) => NameOf(entity) switch
    {
        (var name, null) => In($"rijen van {name}", $"rows of {name}"),
        var (name, label) => IsShared(label) ? $"{label} ({name})" : label,
    };

    /// <summary>A number of them: "13 klanten", "1 van de klanten", "166 rijen van InvoiceLine".</summary>
    public string Count(PlannedEntity entity, long rows) => (rows, NameOf(entity).Label) switch
    {
        (1, null) => In($"1 rij van {NameOf(entity).Class}", $"1 row of {NameOf(entity).Class}"),
        (1, _) => In($"1 van de {Rows(entity)}", $"1 of the {Rows(entity)}"),
        _ => $"{WholeNumber.Write(rows, _words.Language)} {Rows(entity)}",
    };

    /// <summary>What fields hold: "naam en adres".</summary>
    public string Categories(IEnumerable<Key<DataCategory>> categories) => _words.And(categories.Select(key => _words.Text(_plan.Register.Categories[key].Label)));

    /// <summary>Whose they are: "klanten en medewerkers".</summary>
    public string People(IEnumerable<OwnerPath> owners) =>
        _words.And(owners.Select(owner => owner.Kind).Distinct().Select(kind => _words.Text(_plan.Register.People[kind].Label)));

    private static (string Store, string Entity) KeyOf(PlannedEntity entity) => (entity.Store, entity.Entity.Description.Name);

    private (string Class, string? Label) NameOf(PlannedEntity entity) => _names[KeyOf(entity)];

    private string? LabelOf(StoreEntity entity) => entity switch
    {
        { Label: { } label } => _words.Text(label),
        _ when entity.Owners.Any(owner => owner.Steps.IsEmpty && owner.Key == entity.Description.Key) => People(entity.Owners),
        _ => null,
    };

    private bool IsShared(string label) => _names.Values.Count(name => name.Label == label) > 1;

    private string In(string dutch, string english) => _words.Language == Language.Dutch ? dutch : english;
}

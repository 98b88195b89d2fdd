using System.Linq.Expressions;
using GdprKit.Mapping;

namespace GdprKit;

/// <summary>
/// Declares what a class holds of whom. Nothing is thrown while declaring: all faults are told together when the map is resolved.
/// </summary>
/// <remarks>
/// A property is named by an expression, <c>c =&gt; c.Address.City</c>, or, when the class has no such member, by its name in the
/// store's model: <c>"Address.City"</c>. Not safe for use by several threads.
/// </remarks>
/// <typeparam name="TEntity">The class.</typeparam>
public sealed partial class PersonalDataMapBuilder<TEntity>
    where TEntity : class
{
    private readonly ICollection<MapFault> _faults;
    private readonly List<RowOwner> _owners = [];
    private readonly List<FieldMap> _fields = [];
    private readonly List<EventMap> _events = [];
    private readonly List<RoleMap> _roles = [];
    private readonly List<ReplacementMap> _replacements = [];
    private readonly List<NotPersonalMap> _notPersonal = [];
    private readonly List<ActivityScope> _scopes = [];
    private readonly List<HoldQuery> _holdQueries = [];
    private readonly List<PropertyPath> _mayNameOthers = [];
    private readonly List<PropertyPath> _notProvided = [];
    private LocalizedText? _label;
    private string? _storedAs;
    private TimeMap? _arrived;
    private PropertyPath? _obtainedFrom;
    private ArchiveMap? _archive;

    internal PersonalDataMapBuilder(ICollection<MapFault> faults) => _faults = faults;

    private string Entity => _storedAs ?? typeof(TEntity).Name;

    /// <summary>
    /// What people call these rows, for pages and documents. Where nothing is said, the rows of a person are called after their kind, and
    /// any others by the name of the class.
    /// </summary>
    /// <param name="nl">Dutch, in the plural, as it stands in the middle of a sentence: "facturen".</param>
    /// <param name="en">English, in the plural: "invoices".</param>
    public PersonalDataMapBuilder<TEntity> Called(string nl, string en) => Called(LocalizedText.Of(nl, en));

    /// <summary>What people call these rows, in other languages than Dutch and English.</summary>
    /// <param name="label">The text, in the plural, as it stands in the middle of a sentence.</param>
    public PersonalDataMapBuilder<TEntity> Called(LocalizedText label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (_label is not null)
        {
            _faults.Add(MapFaults.DeclaredTwice(Entity, nameof(Called)));
        }

        if (label.IsEmpty || label.Any(text => string.IsNullOrWhiteSpace(text.Value)))
        {
            _faults.Add(MapFaults.LabelEmpty(Entity));
        }

        _label = label;
        return this;
    }

    /// <summary>
    /// Says that the map is of one entity only, where a store keeps several of one class: a table without a class of its own, such as the one
    /// that Entity Framework Core makes between two entities that refer to each other in numbers.
    /// </summary>
    /// <param name="name">By which name the store knows it, as coverage tells it: <c>"CourseStudent"</c>.</param>
    public PersonalDataMapBuilder<TEntity> StoredAs(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (_storedAs is not null)
        {
            _faults.Add(MapFaults.DeclaredTwice(name, nameof(StoredAs)));
        }

        _storedAs = name;
        return this;
    }

    internal EntityMap Build() => new()
    {
        Entity = typeof(TEntity),
        StoredAs = _storedAs,
        Label = _label,
        Owners = _owners.ToValueList(),
        Fields = _fields.ToValueList(),
        Events = _events.ToValueList(),
        Roles = _roles.ToValueList(),
        Replacements = _replacements.ToValueList(),
        Arrived = _arrived,
        ObtainedFrom = _obtainedFrom,
        Archive = _archive,
        Scopes = _scopes.ToValueList(),
        HoldQueries = _holdQueries.ToValueList(),
        NotPersonal = _notPersonal.ToValueList(),
        MayNameOthers = _mayNameOthers.ToValueList(),
        NotProvided = _notProvided.ToValueList(),
    };

    private ValueList<PropertyPath> Paths(string call, ReadOnlySpan<Expression<Func<TEntity, object?>>> properties)
    {
        var paths = new List<PropertyPath>(properties.Length);
        foreach (var property in properties)
        {
            if (Path(call, property) is { } path)
            {
                paths.Add(path);
            }
        }

        if (properties.IsEmpty)
        {
            _faults.Add(MapFaults.NothingNamed(Entity, call));
        }

        return paths.ToValueList();
    }

    private ValueList<PropertyPath> Paths(string call, ReadOnlySpan<string> names)
    {
        var paths = new List<PropertyPath>(names.Length);
        foreach (var name in names)
        {
            if (Path(call, name) is { } path)
            {
                paths.Add(path);
            }
        }

        if (names.IsEmpty)
        {
            _faults.Add(MapFaults.NothingNamed(Entity, call));
        }

        return paths.ToValueList();
    }

    private PropertyPath? Path(string call, LambdaExpression property)
    {
        ArgumentNullException.ThrowIfNull(property);
        var path = PropertyPathReader.Read(property);
        if (path is null)
        {
            _faults.Add(MapFaults.NotAProperty(Entity, call, property.ToString()));
        }

        return path;
    }

    private PropertyPath? Path(string call, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!PropertyPath.TryParse(name, out var path))
        {
            _faults.Add(MapFaults.NotAProperty(Entity, call, $"'{Excerpt.Of(name)}'"));
        }

        return path;
    }
}

namespace GdprKit.InMemory;

/// <summary>A class whose objects the host keeps, and what it told of them.</summary>
internal sealed class KeptClass(Type type, Func<IEnumerable<object>> rows)
{
    public Type Type { get; } = type;

    public Func<IEnumerable<object>> Rows { get; } = rows;

    /// <summary>The key that was told, or <see langword="null"/>.</summary>
    public ValueList<PropertyPath>? Key { get; set; }

    public List<KeptReference> References { get; } = [];

    public HashSet<PropertyPath> Unique { get; } = [];

    /// <summary>Takes an object away; <see langword="null"/> where nobody can.</summary>
    public Action<object>? Remove { get; set; }

    /// <summary>The name of the entity.</summary>
    public string Name => Type.FullName!;
}

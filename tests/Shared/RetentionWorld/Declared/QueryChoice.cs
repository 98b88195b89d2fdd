using System.Linq.Expressions;

namespace GdprKit.RetentionWorld;

/// <summary>A query for holds that a map declares, and the same in plain words.</summary>
/// <param name="Type">The class of its rows.</param>
/// <param name="Key">Its key.</param>
public abstract record QueryChoice(Type Type, Key<HoldQuery> Key)
{
    /// <summary>Whether it is about a row, or nobody knows.</summary>
    public abstract bool IsMeant(object row);

    /// <summary>The rows that it reads to know it.</summary>
    public abstract IEnumerable<object?> ReadFor(object row);
}

/// <summary>A query on rows of a class.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Condition">What the map says.</param>
/// <param name="Means">What it means; of what nobody knows it is true.</param>
/// <param name="Reads">Which other rows it looks at.</param>
public sealed record QueryChoice<T>(string Name, Expression<Func<T, bool>> Condition, Func<T, bool> Means, Func<T, IEnumerable<object?>> Reads) : QueryChoice(typeof(T), Key<HoldQuery>.Parse(Name))
    where T : class
{
    public override bool IsMeant(object row) => row is T of && Means(of);

    public override IEnumerable<object?> ReadFor(object row) => Reads((T)row);

    public void Declare(PersonalDataMapBuilder<T> data) => data.HoldQuery(Key, Condition, nl: "rijen", en: "rows");
}

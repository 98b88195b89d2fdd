using System.Linq.Expressions;

namespace GdprKit.InMemory;

/// <summary>Says the key and the references of a class.</summary>
/// <remarks>Several properties are named together: <c>l =&gt; new { l.OrderId, l.Number }</c>. Not safe for use by several threads.</remarks>
/// <typeparam name="TEntity">The class.</typeparam>
public sealed class InMemoryEntityBuilder<TEntity>
    where TEntity : class
{
    private readonly KeptClass _kept;

    internal InMemoryEntityBuilder(KeptClass kept) => _kept = kept;

    /// <summary>The properties that tell an object from all others of the class, in order.</summary>
    /// <param name="properties">The properties.</param>
    /// <exception cref="ArgumentException">GDPR1091: the expression names no property.</exception>
    public InMemoryEntityBuilder<TEntity> Key(Expression<Func<TEntity, object?>> properties)
    {
        _kept.Key = MemberPaths.Read(properties);
        return this;
    }

    /// <summary>The objects hold the key of an object of another class.</summary>
    /// <typeparam name="TTarget">The other class, which is kept as well.</typeparam>
    /// <param name="properties">The properties that hold it, in the order of that key; an empty one refers to nothing.</param>
    /// <param name="through">The member that leads to the other object; none when left out.</param>
    /// <param name="back">The member of the other class that leads here; none when left out.</param>
    /// <exception cref="ArgumentException">GDPR1091: an expression names no property.</exception>
    public InMemoryEntityBuilder<TEntity> References<TTarget>(
        Expression<Func<TEntity, object?>> properties, Expression<Func<TEntity, object?>>? through = null, Expression<Func<TTarget, object?>>? back = null)
        where TTarget : class
    {
        _kept.References.Add(new KeptReference(
            typeof(TTarget),
            MemberPaths.Read(properties),
            through is null ? null : MemberPaths.Read(through)[0],
            back is null ? null : MemberPaths.Read(back)[0]));
        return this;
    }

    /// <summary>Says how an object goes: <c>order =&gt; orders.Remove(order)</c>. Without it objects of the class stay, and lose values at the most.</summary>
    /// <param name="remove">
    /// Takes one object out of every collection in which it is. Called for one object after the other while nobody else writes to the ledger;
    /// it must not fail, because what went before it is not brought back.
    /// </param>
    public InMemoryEntityBuilder<TEntity> Removing(Action<TEntity> remove)
    {
        ArgumentNullException.ThrowIfNull(remove);
        _kept.Remove = row => remove((TEntity)row);
        return this;
    }

    /// <summary>Properties whose values no two objects share.</summary>
    /// <param name="properties">The properties.</param>
    /// <exception cref="ArgumentException">GDPR1091: the expression names no property.</exception>
    public InMemoryEntityBuilder<TEntity> Unique(Expression<Func<TEntity, object?>> properties)
    {
        _kept.Unique.UnionWith(MemberPaths.Read(properties));
        return this;
    }
}

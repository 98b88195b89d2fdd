namespace GdprKit.InMemory;

/// <summary>Says of which classes objects are kept in memory. Properties are found by themselves; keys and references are told.</summary>
/// <remarks>Not safe for use by several threads; the store that is made from it is.</remarks>
public sealed class InMemoryStoreBuilder
{
    private readonly Dictionary<Type, KeptClass> _classes = [];

    internal InMemoryStoreBuilder()
    {
    }

    internal IReadOnlyCollection<KeptClass> Classes => _classes.Values;

    /// <summary>Objects in a collection that stays the same one.</summary>
    /// <typeparam name="TEntity">The class. Objects of classes derived from it that are kept as well count as those, wherever they are.</typeparam>
    /// <param name="rows">
    /// The collection, walked anew for every question. Where it changes meanwhile, take one that can be walked then, as
    /// <c>ConcurrentQueue</c>, or pass a function that gives an immutable one.
    /// </param>
    /// <param name="configure">Says its key and its references. Without it, a property <c>Id</c> or <c>CustomerId</c> is the key of <c>Customer</c>.</param>
    public InMemoryStoreBuilder Keep<TEntity>(IEnumerable<TEntity> rows, Action<InMemoryEntityBuilder<TEntity>>? configure = null)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Keep(() => rows, configure);
    }

    /// <summary>Objects in a collection that is asked for with every question. A class that is kept already is kept anew.</summary>
    /// <typeparam name="TEntity">The class. Objects of classes derived from it that are kept as well count as those, wherever they are.</typeparam>
    /// <param name="rows">Gives the collection; called for every question, by any thread.</param>
    /// <param name="configure">Says its key and its references. Without it, a property <c>Id</c> or <c>CustomerId</c> is the key of <c>Customer</c>.</param>
    public InMemoryStoreBuilder Keep<TEntity>(Func<IEnumerable<TEntity>> rows, Action<InMemoryEntityBuilder<TEntity>>? configure = null)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        var kept = new KeptClass(typeof(TEntity), rows);
        configure?.Invoke(new InMemoryEntityBuilder<TEntity>(kept));
        _classes[typeof(TEntity)] = kept;
        return this;
    }
}

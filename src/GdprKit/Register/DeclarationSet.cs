using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

/// <summary>Declarations of one kind, each found by its key: <c>register.Activities[Crm.Newsletter]</c>.</summary>
/// <remarks>Immutable, ordered by key, without duplicates; equal to another with equal declarations. Safe for use by several threads.</remarks>
/// <typeparam name="T">The kind of declaration.</typeparam>
public sealed class DeclarationSet<T> : IReadOnlyList<T>, IEquatable<DeclarationSet<T>>
    where T : class, IDeclaration<T>
{
    private readonly ValueList<T> _ordered;
    private readonly Dictionary<string, T> _byKey;

    internal DeclarationSet(ValueList<T> declarations)
    {
        _ordered = declarations.InOrderOfKeys();
        _byKey = _ordered.ToDictionary(declaration => declaration.Key.ToString(), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => _ordered.Count;

    /// <inheritdoc/>
    public T this[int index] => _ordered[index];

    /// <summary>The declaration with a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares nothing under that key.</exception>
    public T this[Key<T> key] => TryGet(key, out var declaration)
        ? declaration
        : throw new KeyNotFoundException($"{RegisterMessages.NotDeclared}: the register declares no {DeclarationName.Of<T>()} '{key}'. Declare it, or use one of its keys.");

    /// <summary>Whether something is declared under a key.</summary>
    /// <param name="key">The key.</param>
    public bool Contains(Key<T> key) => _byKey.ContainsKey(key.ToString());

    /// <summary>The declaration with a key, where there is one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="declaration">The declaration, or <see langword="null"/>.</param>
    public bool TryGet(Key<T> key, [NotNullWhen(true)] out T? declaration) => _byKey.TryGetValue(key.ToString(), out declaration);

    /// <summary>Walks the declarations in the order of their keys.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_ordered).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(DeclarationSet<T>? other) => other is not null && _ordered == other._ordered;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeclarationSet<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _ordered.GetHashCode();
}

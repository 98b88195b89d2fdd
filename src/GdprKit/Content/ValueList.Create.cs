using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GdprKit;

/// <summary>Makes a <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
    /// <summary>A list of these items in this order.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">The items; copied.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => Of(items.ToArray());

    /// <summary>A list of these items in this order.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">The items; copied, unless they are an immutable array already.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => items switch
    {
        ValueList<T> list => list,
        ImmutableArray<T> array => new(array),
        _ => Of(items.ToArray()),
    };

    /// <summary>A list of the items of an array that nobody else has, without copying them.</summary>
    internal static ValueList<T> Own<T>(T[] items) => Of(items);

    private static ValueList<T> Of<T>(T[] own) => new(ImmutableCollectionsMarshal.AsImmutableArray(own));
}

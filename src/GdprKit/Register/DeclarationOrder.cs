namespace GdprKit;

/// <summary>The order in which declarations of one kind stand wherever nothing else orders them.</summary>
internal static class DeclarationOrder
{
    // Compared as texts, which is what keys are: code for texts is compiled already when a host starts, code for keys is not.
    public static ValueList<T> InOrderOfKeys<T>(this IEnumerable<T> declarations)
        where T : class, IDeclaration<T> =>
        declarations.OrderBy(declaration => declaration.Key.ToString(), StringComparer.Ordinal).ToValueList();
}

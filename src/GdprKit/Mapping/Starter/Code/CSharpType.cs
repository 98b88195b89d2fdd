namespace GdprKit.Mapping;

/// <summary>Types as C# writes them.</summary>
internal static class CSharpType
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>Whether other code of the same assembly can name it.</summary>
    public static bool CanBeNamed(Type type) =>
        (!type.IsNested || type.IsNestedPublic || type.IsNestedAssembly || type.IsNestedFamORAssem)
        && (type.DeclaringType is null || CanBeNamed(type.DeclaringType))
        && type.GenericTypeArguments.All(CanBeNamed)
        && CSharpName.IsValid(PlainName(type).TrimStart('@'));

    /// <summary>The name with its namespace, type arguments included: <c>Crm.Data.Customer</c>.</summary>
    public static string FullName(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{FullName(underlying)}?";
        }

        if (type.IsArray)
        {
            return $"{FullName(type.GetElementType()!)}[]";
        }

        var name = Name(type);
        var outer = type.DeclaringType is { } declaring ? FullName(declaring) : type.Namespace is { } @namespace ? CSharpName.EscapeAll(@namespace) : null;
        return outer is null ? name : $"{outer}.{name}";
    }

    /// <summary>The name without namespace and type arguments, and without a sign.</summary>
    public static string PlainName(Type type)
    {
        var arity = type.Name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? type.Name : type.Name[..arity];
    }

    private static string Name(Type type)
    {
        var name = CSharpName.Escape(PlainName(type));
        return type.GenericTypeArguments.Length == 0 ? name : $"{name}<{string.Join(", ", type.GenericTypeArguments.Select(FullName))}>";
    }
}

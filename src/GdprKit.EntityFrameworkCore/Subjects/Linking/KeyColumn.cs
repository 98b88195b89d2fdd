using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A part of the key of people as a column of a statement, and its text as the database makes it.</summary>
internal sealed class KeyColumn
{
    private const string AnyText = "COLLATE \"C\"";

    private static readonly MethodInfo Field = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!;

    private readonly IProperty _property;
    private readonly Type _stored;

    /// <summary>A part of a key.</summary>
    /// <param name="property">The property of the application.</param>
    /// <param name="name">The name of the column in the statement.</param>
    /// <param name="parts">How many parts the key has.</param>
    /// <param name="dialect">The database.</param>
    public KeyColumn(IProperty property, string name, int parts, Dialect dialect)
    {
        (_property, Name) = (property, name);
        var mapping = property.GetTypeMapping();
        _stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        _stored = Nullable.GetUnderlyingType(_stored) ?? _stored;

        // Where a converter stands between, and the property has a text of its own, only the program knows that text.
        if (mapping.Converter is null || !HasOwnText)
        {
            (Text, IsPlain) = dialect.IsSqlite ? InSqlite(name, _stored, parts, IsRowId(property)) : InPostgreSql(name, _stored, property.GetColumnType(), parts);
        }
    }

    public string Name { get; }

    /// <summary>The text of the part in the words of the database; <see langword="null"/> where it cannot make it.</summary>
    public string? Text { get; }

    /// <summary>For which rows that text is the one that the program makes; <see langword="null"/> for all.</summary>
    public string? IsPlain { get; }

    private bool HasOwnText => KeyText.IsReadable(Nullable.GetUnderlyingType(_property.ClrType) ?? _property.ClrType);

    /// <summary>Reads the part as it stands in the id of a person; <see langword="null"/> where it cannot be read.</summary>
    public object? TryRead(DbDataReader row, int column)
    {
        try
        {
            return Read(row, column);
        }
#pragma warning disable CA1031 // A converter of the host that fails on one row, or a value that is none of its type, must not hide the people of the others.
        catch (Exception exception) when (exception is not (OperationCanceledException or DbException or IOException or ObjectDisposedException))
        {
            return null;
        }
#pragma warning restore CA1031
    }

    private object Read(DbDataReader row, int column)
    {
        var stored = _stored == typeof(Guid) ? row.GetFieldValue<Guid>(column)
            : _stored == typeof(string) ? row.GetString(column)
            : typeof(IConvertible).IsAssignableFrom(_stored) ? Convert.ChangeType(Unrounded(row.GetValue(column)), _stored, System.Globalization.CultureInfo.InvariantCulture)
            : Field.MakeGenericMethod(_stored).Invoke(row, [column])!;
        return _property.GetTypeMapping().Converter is { } converter && HasOwnText ? converter.ConvertFromProvider(stored)! : stored;
    }

    // SQLite lets a column of whole numbers hold a broken one, which would be rounded to the key of somebody else.
    private object Unrounded(object stored) => stored is double number && IsWholeNumber(_stored) && number % 1 != 0
        ? throw new InvalidCastException("A part of a key is no whole number.")
        : stored;

    /// <summary>What Entity Framework Core read, as it stands in the id of a person.</summary>
    public object OfValue(object value) => !HasOwnText && _property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value;

    private static (string? Text, string? IsPlain) InPostgreSql(string name, Type type, string column, int parts)
    {
        var text = $"{name}::text {AnyText}";
        return type == typeof(Guid) && column == "uuid" ? (text, null)
            : IsWholeNumber(type) && column is "smallint" or "integer" or "bigint" ? (text, null)
            : type == typeof(string) && (column == "text" || column.StartsWith("character varying", StringComparison.Ordinal) || column.StartsWith("varchar", StringComparison.Ordinal))
                ? (text, $"{text} <> '' AND length({name}) <= {Longest(parts)} AND strpos({text}, chr(31)) = 0 AND strpos({text}, chr(27)) = 0")
            : (null, null);
    }

    private static (string? Text, string? IsPlain) InSqlite(string name, Type type, int parts, bool isRowId) =>
        type == typeof(Guid) ? ($"lower({name})", $"typeof({name}) = 'text' AND {name} GLOB '{HexDigits(8)}-{HexDigits(4)}-{HexDigits(4)}-{HexDigits(4)}-{HexDigits(12)}'")
        : IsWholeNumber(type) ? ($"CAST({name} AS TEXT)", isRowId ? null : $"typeof({name}) = 'integer'")
        : type == typeof(string)
            ? (name, $"typeof({name}) = 'text' AND {name} <> '' AND length({name}) <= {Longest(parts)} AND instr({name}, char(31)) = 0 AND instr({name}, char(27)) = 0 AND instr({name}, char(0)) = 0")
        : (null, null);

    // A database counts characters, the program UTF-16 units, of which a character has one or two; other parts have at most 36.
    private static int Longest(int parts) => ((LedgerTables.SubjectKeyLength / parts) - 40) / 2;

    // SQLite lets a column hold anything, but for the one that it numbers its rows by.
    private static bool IsRowId(IProperty property) =>
        property.FindContainingPrimaryKey() is { Properties.Count: 1 } && string.Equals(property.GetColumnType(), "INTEGER", StringComparison.OrdinalIgnoreCase);

    private static string HexDigits(int count) => string.Concat(Enumerable.Repeat("[0-9a-fA-F]", count));

    private static bool IsWholeNumber(Type type) => type == typeof(byte) || type == typeof(short) || type == typeof(int) || type == typeof(long);
}

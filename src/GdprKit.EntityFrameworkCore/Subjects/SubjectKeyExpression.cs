using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The key of the person of a row as the text of <see cref="SubjectKeyText"/>, made by the database.</summary>
internal sealed class SubjectKeyExpression
{
    private static readonly MethodInfo Collate = typeof(RelationalDbFunctionsExtensions).GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!.MakeGenericMethod(typeof(string));

    private static readonly MethodInfo Concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;

    private static readonly MethodInfo Replace = typeof(string).GetMethod(nameof(string.Replace), [typeof(string), typeof(string)])!;

    private static readonly MethodInfo ToLower = typeof(string).GetMethod(nameof(string.ToLower), Type.EmptyTypes)!;

    private readonly IEntityType _type;
    private readonly Dialect _dialect;

    public SubjectKeyExpression(Expression row, IEntityType type, ValueList<PropertyPath> key, Dialect dialect)
    {
        (_type, _dialect) = (type, dialect);
        (IProperty Property, Expression Value)[] parts = [.. key.Select(path => (RowAccess.Property(type, path), RowAccess.Value(row, type, path)))];
        Text = Array.ConvertAll(parts, part => TextOf(part.Property, part.Value)).Aggregate((all, part) =>
            Expression.Call(Concat, Expression.Call(Concat, all, Expression.Constant($"{SubjectKeyText.Separator}")), part));
        IsThere = OptionalConditions.All(parts.Select(part => part.Property.IsNullable ? Expression.NotEqual(part.Value, Expression.Constant(null, part.Value.Type)) : null));
        CanBeAsked = OptionalConditions.All(parts.Select(part => part.Property.ClrType == typeof(string) ? CanBe(part.Value) : null));
    }

    public Expression Text { get; }

    /// <summary>Which rows hold a key; <see langword="null"/> for all.</summary>
    public Expression? IsThere { get; }

    /// <summary>For which of these there can be a person of that key; <see langword="null"/> for all. A decision about others is refused.</summary>
    public Expression? CanBeAsked { get; }

    /// <summary>The property of a key of which the database cannot make the text; <see langword="null"/> when it can of all.</summary>
    public static IProperty? FindUnreadable(IEntityType type, ValueList<PropertyPath> key) =>
        key.Select(path => RowAccess.Property(type, path)).FirstOrDefault(property => !IsReadable(property));

    private static bool IsReadable(IProperty property) =>
        property.GetTypeMapping().Converter is null && KeyText.IsReadable(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType);

    private static BinaryExpression CanBe(Expression value)
    {
        var length = Expression.Property(value, nameof(string.Length));
        return Expression.AndAlso(
            Expression.GreaterThan(length, Expression.Constant(0)), Expression.LessThanOrEqual(length, Expression.Constant(LedgerTables.SubjectKeyLength)));
    }

    private Expression TextOf(IProperty property, Expression value)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (!IsReadable(property))
        {
            throw new InvalidOperationException(
                $"{LedgerStoreMessages.KeyNotComparable}: an audience is to be chosen from {_type.DisplayName()}, and the database cannot make the text of {property.Name}, which is converted or of the type {type.Name}. Read the rows, and ask ProcessingDecisions.DecideAsync about 10,000 people at a time.");
        }

        if (type == typeof(string))
        {
            // Before anything is looked for in it: of texts that it compares by a rule of its own, PostgreSQL searches none.
            var letters = BinaryCollation is { } collation ? Expression.Call(Collate, Expression.Constant(EF.Functions), value, Expression.Constant(collation)) : value;
            return Expression.Call(
                Expression.Call(letters, Replace, Expression.Constant($"{SubjectKeyText.Escape}"), Expression.Constant($"{SubjectKeyText.Escape}{SubjectKeyText.Escape}")),
                Replace,
                Expression.Constant($"{SubjectKeyText.Separator}"),
                Expression.Constant($"{SubjectKeyText.Escape}{SubjectKeyText.Separator}"));
        }

        // A database writes the digits of a UUID large or small, as its provider stores them.
        Expression text = Expression.Call(Expression.Convert(value, type), type.GetMethod(nameof(ToString), Type.EmptyTypes)!);
        return type == typeof(Guid) ? Expression.Call(text, ToLower) : text;
    }

    private string? BinaryCollation => _dialect.IsPostgreSql ? "C" : _dialect.IsSqlite ? "BINARY" : null;
}

using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A text with random digits that the database makes for each row, as an expression that Entity Framework Core translates. No value leaves the database for it.</summary>
internal static class RandomText
{
    private const string Hexadecimal = "0123456789abcdef";

    private static readonly MethodInfo ConcatMethod = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;

    private static readonly MethodInfo SubstringMethod = typeof(string).GetMethod(nameof(string.Substring), [typeof(int), typeof(int)])!;

    public static Expression Of(Replacement.PerRow by, Dialect dialect) =>
        Join(Join(Expression.Constant(by.Prefix), dialect.IsPostgreSql ? OfIdentifier(by.Digits) : OfLetters(by.Digits)), Expression.Constant(by.Suffix));

    // PostgreSQL draws an identifier from its strong source of chance; it has 32 digits.
    private static MethodCallExpression OfIdentifier(int digits)
    {
        Expression<Func<string>> identifier = () => Guid.NewGuid().ToString().Replace("-", "");
        return Expression.Call(identifier.Body, SubstringMethod, Expression.Constant(0), Expression.Constant(digits));
    }

    // SQLite draws a number each time; Entity Framework Core knows no other chance of it.
    private static Expression OfLetters(int digits)
    {
        Expression<Func<int>> drawn = () => (int)(EF.Functions.Random() * 16);
        Expression letter = Expression.Call(Expression.Constant(Hexadecimal), SubstringMethod, drawn.Body, Expression.Constant(1));
        return Enumerable.Repeat(letter, digits).Aggregate(Join);
    }

    private static Expression Join(Expression text, Expression next) => next is ConstantExpression { Value: "" } ? text : Expression.Add(text, next, ConcatMethod);
}

using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A value that becomes a parameter of the statement and not a part of its text: one plan for all people and all days.</summary>
internal static class StatementParameter
{
    public static Expression Of(object value, Type type)
    {
        var holder = typeof(Holder<>).MakeGenericType(type);
        return Expression.Field(Expression.Constant(Activator.CreateInstance(holder, value), holder), nameof(Holder<>.Value));
    }

    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace GdprKit.Mapping;

/// <summary>The functions that a host wrote in its maps, as code that takes any row.</summary>
[RequiresUnreferencedCode("Calls methods that the function of a host names.")]
[RequiresDynamicCode("The functions of a map become code when they are first used.")]
internal sealed class HostFunctions
{
    // Making code takes milliseconds, and a map asks the same function for as long as the host runs.
    private readonly ConditionalWeakTable<LambdaExpression, Func<object, object?>> _compiled = [];

    public Func<object, object?> Of(LambdaExpression function) => _compiled.GetValue(function, Compile);

    private static Func<object, object?> Compile(LambdaExpression function)
    {
        var row = Expression.Parameter(typeof(object), "row");
        var body = new UnknownValues(function.Parameters[0], Expression.Convert(row, function.Parameters[0].Type)).Visit(function.Body);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(body, typeof(object)), row).Compile();
    }
}

using System.Reflection;
using Xunit.Sdk;

namespace GdprKit.Conformance;

/// <summary>Runs a test of the kit as an adapter would, and says what became of it.</summary>
internal static class PromiseRuns
{
    /// <summary>What a test throws, once for each of its cases.</summary>
    /// <param name="fact">The test.</param>
    /// <param name="suite">The class in which it is derived; its constructor takes the fixture.</param>
    /// <param name="create">Makes a fixture for a case.</param>
    public static async Task<List<Exception>> FailuresAsync<TFixture>(MethodInfo fact, Type suite, Func<TFixture> create)
        where TFixture : class, IAsyncDisposable
    {
        var failures = new List<Exception>();
        foreach (var arguments in fact.GetCustomAttributes<InlineDataAttribute>().Select(data => data.Data).DefaultIfEmpty([]))
        {
            await using var fixture = create();
            var derived = (IAsyncLifetime)Activator.CreateInstance(suite, fixture)!;
            try
            {
                await derived.InitializeAsync();
                await (fact.Invoke(derived, arguments) as Task ?? Task.CompletedTask);
            }
            // What skips a test is passed on by Record.ExceptionAsync.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception);
            }
        }

        return failures;
    }

    /// <summary>A broken promise is told by its name, with what was asked and what was promised; what an adapter throws itself is told as it is.</summary>
    public static void ShouldTellOf(this List<Exception> failures, string promise) =>
        failures.Should().NotBeEmpty().And.AllSatisfy(failure => failure.Should().Match<Exception>(each =>
            !(each is XunitException) || (each.Message.StartsWith($"Not kept: {promise}. ") && each.Message.Contains("\nAsked:    ") && each.Message.Contains("\nPromised: "))));
}

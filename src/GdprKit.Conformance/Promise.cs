using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Compares what a port promises with what an adapter does, and tells both when they differ.</summary>
internal static class Promise
{
    /// <summary>Fails with the promise, the question, the answer that was promised and the one that came.</summary>
    public static void Holds(
        [DoesNotReturnIf(false)] bool isKept, string sentence, string asked, string promised, string happened, [CallerMemberName] string name = "")
    {
        if (!isKept)
        {
            Assert.Fail($"""
                Not kept: {name}. {sentence}
                Asked:    {asked}
                Promised: {promised}
                Happened: {happened}
                """);
        }
    }

    /// <summary>Fails when an answer is another than the promised one.</summary>
    public static void IsEqual<T>(T promised, T happened, string sentence, string asked, [CallerMemberName] string name = "") =>
        Holds(EqualityComparer<T>.Default.Equals(promised, happened), sentence, asked, $"{promised}", $"{happened}", name);

    /// <summary>Fails when answers are others than the promised ones, in any order.</summary>
    public static void AreEqual(IEnumerable<string> promised, IEnumerable<string> happened, string sentence, string asked, [CallerMemberName] string name = "")
    {
        string[] expected = [.. promised.Order(StringComparer.Ordinal)], actual = [.. happened.Order(StringComparer.Ordinal)];
        Holds(expected.SequenceEqual(actual, StringComparer.Ordinal), sentence, asked, Listed(expected), Listed(actual), name);
    }

    /// <summary>Fails when an exception of a kind does not come.</summary>
    public static async ValueTask<TException> ThrowsAsync<TException>(Func<ValueTask> act, string sentence, string asked, [CallerMemberName] string name = "")
        where TException : Exception
    {
        try
        {
            await act();
        }
        catch (TException exception)
        {
            return exception;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            Holds(false, sentence, asked, $"a {typeof(TException).Name}", $"a {exception.GetType().Name}: {exception.Message}", name);
        }

        Holds(false, sentence, asked, $"a {typeof(TException).Name}", "no exception", name);
        return null;
    }

    private static string Listed(string[] items) => items.Length == 0 ? "nothing" : string.Join(" · ", items);
}

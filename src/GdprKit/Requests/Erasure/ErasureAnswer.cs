using NodaTime;

namespace GdprKit;

/// <summary>What a target of an erasure answers.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public abstract record ErasureAnswer
{
    private ErasureAnswer()
    {
    }

    /// <summary>Nothing of the person is left there.</summary>
    /// <param name="Items">How many things were removed; 0 when there was nothing.</param>
    public sealed record Erased(long Items) : ErasureAnswer;

    /// <summary>Something stays there, by law; the target is asked again on the day on which it may go.</summary>
    /// <param name="ErasableFrom">That day, where the controller is.</param>
    /// <param name="Items">How many things were removed now.</param>
    public sealed record Stays(LocalDate ErasableFrom, long Items) : ErasureAnswer;

    /// <summary>It is not done yet; the target is asked again.</summary>
    /// <param name="AskAgainAfter">After how long, at least a minute.</param>
    public sealed record NotYet(Duration AskAgainAfter) : ErasureAnswer;
}

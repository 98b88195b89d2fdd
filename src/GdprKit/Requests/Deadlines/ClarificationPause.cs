using System.Globalization;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>A time during which the person was asked what was meant, or who they are, and had not answered yet.</summary>
public sealed record ClarificationPause
{
    /// <summary>A pause.</summary>
    /// <param name="from">The day on which the person was asked.</param>
    /// <param name="to">The day on which the person answered, not earlier.</param>
    /// <exception cref="ArgumentException">GDPR1501: the person answered before being asked.</exception>
    public ClarificationPause(LocalDate from, LocalDate to) => (From, To) = to >= from
        ? (from, to)
        : throw new ArgumentException($"{RequestMessages.PauseImpossible}: the person answered before being asked. Give the two days in their order.", nameof(to));

    /// <summary>The day on which the person was asked.</summary>
    public LocalDate From { get; }

    /// <summary>The day on which the person answered.</summary>
    public LocalDate To { get; }

    /// <summary>The two days.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:uuuu-MM-dd} to {To:uuuu-MM-dd}");
}

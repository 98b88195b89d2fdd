using NodaTime;

namespace GdprKit;

/// <summary>What becomes due in the coming months, if nothing happens meanwhile.</summary>
public sealed record RetentionForecast
{
    /// <summary>How many months are forecast when nothing else is asked: 36.</summary>
    public const int DefaultMonths = 36;

    /// <summary>How many months can be forecast: 120.</summary>
    public const int MaximumMonths = 120;

    /// <summary>The day it was made, in the controller's zone. What is due on it is not forecast.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The hash of the register whose rules were applied.</summary>
    public required Digest Register { get; init; }

    /// <summary>The groups of fields, in the order of the plan.</summary>
    public required ValueList<GroupForecast> Groups { get; init; }
}

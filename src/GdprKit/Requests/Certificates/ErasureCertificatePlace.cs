using NodaTime;

namespace GdprKit;

/// <summary>What was erased at one place, and what stays there.</summary>
public sealed record ErasureCertificatePlace
{
    /// <summary>What it is.</summary>
    public required ErasurePlaceKind Kind { get; init; }

    /// <summary>By what it is known, as <see cref="ErasurePlace.Key"/> says.</summary>
    public required Key<ErasurePlace> Key { get; init; }

    /// <summary>Whether somebody did it by hand.</summary>
    public required bool IsByHand { get; init; }

    /// <summary>What it answered.</summary>
    public required ErasurePlaceAnswer Answer { get; init; }

    /// <summary>On which day it answered last, where the controller is.</summary>
    public LocalDate? On { get; init; }

    /// <summary>How many rows went whole, or things of a target.</summary>
    public required long Deleted { get; init; }

    /// <summary>In how many rows values were emptied or replaced.</summary>
    public required long Emptied { get; init; }

    /// <summary>What was among it, ordered.</summary>
    public required ValueList<Key<DataCategory>> Categories { get; init; }

    /// <summary>The first day on which what stays can go, where somebody knows one.</summary>
    public LocalDate? ErasableFrom { get; init; }

    /// <summary>What stays and why, of a store.</summary>
    public required ValueList<ErasureKept> Kept { get; init; }

    /// <summary>The kind, the key and the answer.</summary>
    public override string ToString() => $"{Kind} {Key}: {Answer}";

    internal static ErasureCertificatePlace Of(ErasurePlaceState place) => new()
    {
        Kind = place.Kind,
        Key = place.Key,
        IsByHand = place.IsByHand,
        Answer = place.Answer,
        On = place.On,
        Deleted = place.Deleted,
        Emptied = place.Emptied,
        Categories = place.Categories,
        ErasableFrom = place.ErasableFrom,
        Kept = place.Kept,
    };
}

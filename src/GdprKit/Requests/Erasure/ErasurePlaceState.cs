using System.Text.Json.Serialization;
using NodaTime;

namespace GdprKit;

/// <summary>How far an erasure has come at one place.</summary>
public sealed record ErasurePlaceState
{
    /// <summary>What it is.</summary>
    public required ErasurePlaceKind Kind { get; init; }

    /// <summary>By what it is known, as <see cref="ErasurePlace.Key"/> says.</summary>
    public required Key<ErasurePlace> Key { get; init; }

    /// <summary>Whether somebody does it by hand.</summary>
    public bool IsByHand { get; init; }

    /// <summary>What it answered.</summary>
    public ErasurePlaceAnswer Answer { get; init; }

    /// <summary>On which day it answered, where the controller is.</summary>
    public LocalDate? On { get; init; }

    /// <summary>How many rows went whole, or things of a target.</summary>
    public long Deleted { get; init; }

    /// <summary>In how many rows values were emptied or replaced; a row counts once for every group of fields that go together.</summary>
    public long Emptied { get; init; }

    /// <summary>What was among it, ordered.</summary>
    public ValueList<Key<DataCategory>> Categories { get; init; } = [];

    /// <summary>The first day on which what stays can go, where somebody knows one.</summary>
    public LocalDate? ErasableFrom { get; init; }

    /// <summary>What stays in a store, and why, as it was when the store answered last.</summary>
    public ValueList<ErasureKept> Kept { get; init; } = [];

    /// <summary>How often it failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>When it is asked next; <see langword="null"/> when it is done, or somebody does it by hand.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>Whether it has answered.</summary>
    [JsonIgnore]
    public bool HasAnswered => Answer is not ErasurePlaceAnswer.Unspecified;

    /// <summary>The kind, the key and the answer.</summary>
    public override string ToString() => $"{Kind} {Key}: {Answer}";
}

using NodaTime;

namespace GdprKit.Requests;

/// <summary>A place answered.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Its key.</param>
/// <param name="On">On which day, where the controller is.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="By">Who did it by hand; <see langword="null"/> where it answered by itself.</param>
/// <param name="Items">How many things of a target went.</param>
/// <param name="ErasableFrom">The first day on which what stays can go, where somebody knows one.</param>
/// <param name="NextAt">When it is asked again, where something stays.</param>
/// <param name="Kept">What stays in a store, and why; <see langword="null"/> where nothing is said of it.</param>
internal sealed record ErasurePlaceAnswered(
    ErasurePlaceKind Kind, Key<ErasurePlace> Place, LocalDate On, ErasurePlaceAnswer Answer, Key<Operator>? By, long Items, LocalDate? ErasableFrom, Instant? NextAt,
    ValueList<ErasureKept>? Kept = null);

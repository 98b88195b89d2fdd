using System.Linq.Expressions;
using NodaTime;

namespace GdprKit.Mapping;

/// <summary>A date or time of a row that a store can find.</summary>
/// <param name="Value">The date as a function of the entity or a base of it, or <see langword="null"/> when <paramref name="Property"/> says it.</param>
/// <param name="Property">The stored property, or <see langword="null"/> when the date is computed.</param>
/// <param name="Type">The type of the date; nullable value types as themselves.</param>
/// <param name="Meaning">What it means; never <see cref="TimeMeaning.Unspecified"/>.</param>
public sealed record StoreTime(LambdaExpression? Value, PropertyPath? Property, Type Type, TimeMeaning Meaning)
{
    /// <summary>The first value that belongs to a day.</summary>
    /// <param name="day">The day; not the first and not the last of the calendar, whose ends in other time zones no type can hold.</param>
    /// <param name="zone">The controller's zone.</param>
    /// <returns>
    /// A value of <see cref="Type"/>. A <see cref="DateTime"/> has <see cref="DateTimeKind.Utc"/> when it means UTC and else
    /// <see cref="DateTimeKind.Unspecified"/>; a store whose column wants another kind changes that, not the time. Types with an
    /// offset have the offset zero.
    /// </returns>
    public object StartOf(LocalDate day, DateTimeZone zone) => StoredTime.StartOf(Nullable.GetUnderlyingType(Type) ?? Type, Meaning, day, zone);

    /// <summary>The day in the controller's zone to which a value belongs; <see langword="null"/> when there is none.</summary>
    /// <param name="value">A value of <see cref="Type"/>, or <see langword="null"/>.</param>
    /// <param name="zone">The controller's zone.</param>
    public LocalDate? DayOf(object? value, DateTimeZone zone) => value is null ? null : StoredTime.DayOf(value, Meaning, zone);
}

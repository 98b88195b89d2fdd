using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>The public holidays of a country, computed from its laws for any year from 1990 on. A doubtful day counts as a working day.</summary>
/// <remarks>
/// Days that hold in parts of a country only are left out: a host there adds a calendar of its own (<see cref="IPublicHolidays"/>). Immutable, but for the
/// years that were asked for, which are kept. Safe for use by several threads.
/// </remarks>
public sealed class PublicHolidays : IPublicHolidays
{
    private const int FirstYear = 1990;

    private const int LastYear = 2299;

    private readonly Func<HolidayYear, IEnumerable<LocalDate>> _law;

    private readonly ConcurrentDictionary<int, FrozenSet<LocalDate>> _years = new();

    private PublicHolidays(string name, Func<HolidayYear, IEnumerable<LocalDate>> law) => (Name, _law) = (name, law);

    /// <summary>The Netherlands (Algemene termijnenwet, Art. 3(1)); without Good Friday.</summary>
    public static PublicHolidays Netherlands { get; } = new("NL", HolidayLaws.Netherlands);

    /// <summary>Belgium (royal decree of 18 April 1974, Art. 1).</summary>
    public static PublicHolidays Belgium { get; } = new("BE", HolidayLaws.Belgium);

    /// <summary>Germany: what holds in all of its states.</summary>
    public static PublicHolidays Germany { get; } = new("DE", HolidayLaws.Germany);

    /// <summary>France (Code du travail, Art. L3133-1); without what Alsace, Moselle and overseas parts add.</summary>
    public static PublicHolidays France { get; } = new("FR", HolidayLaws.France);

    /// <summary>Austria (Arbeitsruhegesetz, § 7(2)).</summary>
    public static PublicHolidays Austria { get; } = new("AT", HolidayLaws.Austria);

    /// <summary>Ireland (Organisation of Working Time Act 1997, Second Schedule).</summary>
    public static PublicHolidays Ireland { get; } = new("IE", HolidayLaws.Ireland);

    /// <summary>Luxembourg (Code du travail, Art. L.232-2).</summary>
    public static PublicHolidays Luxembourg { get; } = new("LU", HolidayLaws.Luxembourg);

    /// <summary>Spain: what holds in all of it and cannot be replaced (Real Decreto 2001/1983, Art. 45(1)(a) to (c)).</summary>
    public static PublicHolidays Spain { get; } = new("ES", HolidayLaws.Spain);

    /// <summary>Italy (legge 260/1949, D.P.R. 792/1985, legge 336/2000, legge 151/2025).</summary>
    public static PublicHolidays Italy { get; } = new("IT", HolidayLaws.Italy);

    /// <summary>England and Wales (Banking and Financial Dealings Act 1971, Schedule 1, and proclamations until 2023); the law of the European Union does not apply there.</summary>
    public static PublicHolidays EnglandAndWales { get; } = new("GB-EAW", HolidayLaws.EnglandAndWales);

    /// <summary>The institutions of the European Union: the days that are in the lists of every year.</summary>
    public static PublicHolidays EuropeanInstitutions { get; } = new("EU", HolidayLaws.EuropeanInstitutions);

    /// <summary>Every calendar.</summary>
    public static ValueList<PublicHolidays> All { get; } =
        [Netherlands, Belgium, Germany, France, Austria, Ireland, Luxembourg, Spain, Italy, EnglandAndWales, EuropeanInstitutions];

    /// <summary>The code of the country (ISO 3166-1, or 3166-2 for a part of one), or EU.</summary>
    public string Name { get; }

    /// <summary>The holidays of a year in their order, those on a weekend too.</summary>
    /// <param name="year">The year, from 1990 to 2299.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1502: it is another one.</exception>
    public ValueList<LocalDate> In(int year) => YearOf(year).Order().ToValueList();

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1502: the year is none from 1990 to 2299.</exception>
    public bool IsHoliday(LocalDate day) => YearOf(day.Year).Contains(day);

    /// <summary>The code.</summary>
    public override string ToString() => Name;

    private FrozenSet<LocalDate> YearOf(int year) => year is >= FirstYear and <= LastYear
        ? _years.GetOrAdd(year, static (year, law) => law(new HolidayYear(year)).ToFrozenSet(), _law)
        : throw new ArgumentOutOfRangeException(
            nameof(year), string.Create(CultureInfo.InvariantCulture, $"{RequestMessages.YearOutside}: the holidays of {year} are not known. Ask about a year from {FirstYear} to {LastYear}."));
}

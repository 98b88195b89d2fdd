using System.Linq.Expressions;
using GdprKit.Mapping;

namespace GdprKit;

/// <content>The dates of the row, and where it is in its life.</content>
public sealed partial class PersonalDataMapBuilder<TEntity>
{
    /// <summary>
    /// When an event happened for the row. A row without the date has not had the event; retention keeps such a row and reports it.
    /// </summary>
    /// <typeparam name="TTime">
    /// <see cref="DateOnly"/>, <see cref="DateTime"/>, <see cref="DateTimeOffset"/>, or NodaTime's <c>LocalDate</c>, <c>LocalDateTime</c>,
    /// <c>Instant</c>, <c>OffsetDateTime</c>, <c>ZonedDateTime</c>; nullable where the event may not have happened.
    /// </typeparam>
    /// <param name="retentionEvent">The event.</param>
    /// <param name="time">Its date, a property or something the store can compute: <c>c =&gt; c.Invoices.Max(i =&gt; (DateTime?)i.InvoiceDate)</c>.</param>
    /// <param name="meaning">What the date means; required for <see cref="DateTime"/> and <c>LocalDateTime</c>, which do not say it.</param>
    public PersonalDataMapBuilder<TEntity> Event<TTime>(
        Key<RetentionEvent> retentionEvent, Expression<Func<TEntity, TTime>> time, TimeMeaning meaning = TimeMeaning.Unspecified)
    {
        ArgumentNullException.ThrowIfNull(time);
        _events.Add(new EventMap(retentionEvent, new TimeMap(time, PropertyPathReader.Read(time), meaning)));
        return this;
    }

    /// <summary>When an event happened for the row, in a property that the class does not have.</summary>
    /// <param name="retentionEvent">The event.</param>
    /// <param name="property">The name of the property in the store's model.</param>
    /// <param name="meaning">What the date means; required for <see cref="DateTime"/> and <c>LocalDateTime</c>.</param>
    public PersonalDataMapBuilder<TEntity> Event(Key<RetentionEvent> retentionEvent, string property, TimeMeaning meaning = TimeMeaning.Unspecified)
    {
        if (Path(nameof(Event), property) is { } path)
        {
            _events.Add(new EventMap(retentionEvent, new TimeMap(null, path, meaning)));
        }

        return this;
    }

    /// <summary>
    /// When the row arrived here. People whose data come from somebody else are told at the latest within a month of it (Art. 14(3)(a)),
    /// and after a restore it tells a row from a later one with the same key.
    /// </summary>
    /// <typeparam name="TTime">A type of date or time, as for <c>Event</c>.</typeparam>
    /// <param name="time">The date, a property or something the store can compute.</param>
    /// <param name="meaning">What the date means; required for <see cref="DateTime"/> and <c>LocalDateTime</c>.</param>
    public PersonalDataMapBuilder<TEntity> Arrived<TTime>(Expression<Func<TEntity, TTime>> time, TimeMeaning meaning = TimeMeaning.Unspecified)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (_arrived is not null)
        {
            _faults.Add(MapFaults.DeclaredTwice(Entity, nameof(Arrived)));
        }

        _arrived = new TimeMap(time, PropertyPathReader.Read(time), meaning);
        return this;
    }

    /// <summary>The property that says from whom the data were obtained, when not from the person (Art. 14(2)(f)).</summary>
    /// <param name="property">The property; a row without a value came from the person.</param>
    public PersonalDataMapBuilder<TEntity> ObtainedFrom(Expression<Func<TEntity, object?>> property)
    {
        if (_obtainedFrom is not null)
        {
            _faults.Add(MapFaults.DeclaredTwice(Entity, nameof(ObtainedFrom)));
        }

        _obtainedFrom = Path(nameof(ObtainedFrom), property);
        return this;
    }

    /// <summary>
    /// The property by which a row leaves daily use and is kept only for the law, where a rule archives (<see cref="DisposalAction.Archive"/>). A retention run sets it when everything in the row that does not go is archived
    /// only, and takes it back when an activity needs the row again. Hide such rows from the application by it, and show them to those only who may see them.
    /// </summary>
    /// <param name="property">A property that the application adds for it, <c>c =&gt; c.IsArchived</c>: <see langword="false"/> for new rows.</param>
    public PersonalDataMapBuilder<TEntity> Archived(Expression<Func<TEntity, bool>> property)
    {
        if (_archive is not null)
        {
            _faults.Add(MapFaults.DeclaredTwice(Entity, nameof(Archived)));
        }

        _archive = Path(nameof(Archived), property) is { } path ? new ArchiveMap(property, path) : null;
        return this;
    }
}

using System.Collections.Concurrent;
using GdprKit.Ledger;
using GdprKit.Notices;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>
/// Remembers, for a declared time, what the ledger knows of people, and the decisions made of it. What this process adds to a stream is
/// forgotten at once and remembered again only in the version that was added, so that nothing older is told after it is committed.
/// </summary>
/// <remarks>One for the process. Safe for use by several threads.</remarks>
internal sealed class DecisionMemory(IOptions<DecisionOptions> options, IClock clock) : IAppendListener
{
    // What was not seen by then was rolled back, or its transaction takes so long that the declared time must do.
    private static readonly Duration Awaited = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<SubjectRef, RememberedPerson> _people = new();

    private readonly ConcurrentDictionary<StreamId, (long Version, Instant At)> _added = new();

    private int _count;

    private int _addedCount;

    // In ticks since 1970. What was read before is not remembered.
    private long _trustedFrom = long.MinValue;

    public Duration Bound => options.Value.SeenElsewhereWithin;

    /// <summary>What is remembered of a person and an activity, if that still counts.</summary>
    public RememberedActivity? Find(SubjectRef person, Key<ProcessingActivity> activity) =>
        _people.TryGetValue(person, out var remembered) && remembered.Find(activity) is { } known && known.IsGoodAt(clock.GetCurrentInstant()) ? known : null;

    /// <summary>Remembers what was read.</summary>
    /// <param name="person">The person.</param>
    /// <param name="known">What was read, and since when it was being read.</param>
    public void Remember(SubjectRef person, RememberedActivity known)
    {
        if (Bound <= Duration.Zero || !IsCommitted(known))
        {
            return;
        }

        if (Volatile.Read(ref _count) >= options.Value.PeopleRemembered)
        {
            // Rare, and cheaper than to know who was asked for last.
            Clear();
        }

        _people.AddOrUpdate(
            person,
            _ =>
            {
                Interlocked.Increment(ref _count);
                return new RememberedPerson([known]);
            },
            (_, before) => before.With(known));

        // Somebody may have added to a stream after it was read and before it was remembered.
        if (!IsCommitted(known))
        {
            Forget(person);
        }
    }

    /// <summary>Forgets everything: the ledger has become another one.</summary>
    public void Clear()
    {
        _people.Clear();
        Volatile.Write(ref _count, 0);
    }

    /// <inheritdoc/>
    public void OnAppended(AppendBatch batch)
    {
        var now = clock.GetCurrentInstant();
        foreach (var append in batch.Streams)
        {
            if (append.Stream.Subject is { IsNone: false } person)
            {
                Await(append.Stream, append.Head.Version, now);
                Forget(person);
            }
            else if (append.Stream.Kind == PublishedNotices.Fold.Kind)
            {
                // What is published decides about everybody; rare.
                Await(append.Stream, append.Head.Version, now);
                Clear();
            }
        }
    }

    private void Await(StreamId stream, long version, Instant now)
    {
        if (Volatile.Read(ref _addedCount) >= options.Value.PeopleRemembered)
        {
            // So much is added at once, as by an import, that it is cheaper to remember nobody for a while.
            Volatile.Write(ref _trustedFrom, (now + Awaited).ToUnixTimeTicks());
            _added.Clear();
            Volatile.Write(ref _addedCount, 0);
            Clear();
        }

        _added.AddOrUpdate(
            stream,
            _ =>
            {
                Interlocked.Increment(ref _addedCount);
                return (version, now);
            },
            (_, before) => (Math.Max(before.Version, version), now));
    }

    private void Forget(SubjectRef person)
    {
        if (_people.TryRemove(person, out _))
        {
            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Whether everything that this process has added is in what was read; what is not may still be committed.</summary>
    private bool IsCommitted(RememberedActivity known)
    {
        var isCommitted = known.ReadAt.ToUnixTimeTicks() >= Volatile.Read(ref _trustedFrom);
        foreach (var (stream, version) in known.Facts.Evidence.Streams.Concat(known.Facts.Notices))
        {
            if (!_added.TryGetValue(stream, out var added))
            {
                continue;
            }

            if (version >= added.Version || known.ReadAt - added.At > Awaited)
            {
                if (_added.TryRemove(KeyValuePair.Create(stream, added)))
                {
                    Interlocked.Decrement(ref _addedCount);
                }
            }
            else
            {
                isCommitted = false;
            }
        }

        return isCommitted;
    }
}

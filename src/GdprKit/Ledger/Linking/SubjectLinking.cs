using System.Buffers.Binary;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Gives every person whom the application keeps a ref of the ledger: once, when the ledger is introduced, and again after an import. Who is
/// added by the services meanwhile is linked by them.
/// </summary>
/// <remarks>
/// Range after range, each in a transaction of its own, so call it outside of one. How far it has come is kept in a lease: when it was
/// killed, the next run goes on there, and of several instances one works. To do a range twice is to do it once. Of the life of its store,
/// and as safe for use by several threads as that is.
/// </remarks>
/// <param name="store">Where the ledger, and with it the lease, is kept.</param>
/// <param name="source">The people.</param>
/// <param name="clock">The clock.</param>
public sealed class SubjectLinking(ILedgerStore store, ISubjectSource source, IClock clock)
{
    // A range takes a second or two. Who is killed leaves the lease standing for this long.
    private static readonly Duration Held = Duration.FromMinutes(1);

    private static readonly LeaseName Lease = LeaseName.Parse("subjects.link");

    private readonly Guid _holder = Guid.NewGuid();
    private int _rangeSize = 50_000;

    /// <summary>About how many people are linked in one transaction; as long as it lasts, who links one of them waits.</summary>
    /// <value>From 1 to 1,000,000; the default is 50,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside.</exception>
    public int RangeSize
    {
        get => _rangeSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            _rangeSize = value;
        }
    }

    /// <summary>Links everybody who has no link yet.</summary>
    /// <param name="progress">Told after every range how far it has come; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work between two ranges or in one; what was done stays, and the next call goes on there.</param>
    /// <returns>What came of it. Not finished when another instance is at it, or has taken over because this one was late.</returns>
    public async ValueTask<LinkingResult> LinkAllAsync(IProgress<LinkingResult>? progress = null, CancellationToken cancellationToken = default)
    {
        if (await store.LeaseAsync(LeaseRequest.Take(Lease, _holder, clock.GetCurrentInstant(), Held), cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return new LinkingResult(IsFinished: false, 0, 0);
        }

        var (result, position) = Read(lease.Progress);
        try
        {
            while (true)
            {
                var range = await source.LinkNextAsync(position, RangeSize, LedgerTime.Floor(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
                result = result with { Linked = result.Linked + range.Linked, Unlinkable = result.Unlinkable + range.Unlinkable };
                if (range.Next is not { } next)
                {
                    break;
                }

                position = next;
                progress?.Report(result);
                if (await store.LeaseAsync(LeaseRequest.Renew(lease, clock.GetCurrentInstant(), Held, Write(result, position)), cancellationToken).ConfigureAwait(false) is null)
                {
                    return result;
                }
            }
        }
        catch
        {
            await TryGiveBackAsync(lease, Write(result, position)).ConfigureAwait(false);
            throw;
        }

        // Everybody is linked, whether somebody still waits or not.
        await store.LeaseAsync(LeaseRequest.Release(lease, clock.GetCurrentInstant()), CancellationToken.None).ConfigureAwait(false);
        result = result with { IsFinished = true };
        progress?.Report(result);
        return result;
    }

    // The next run need not wait for the end of the lease. Why this one ended is told, whatever comes of that.
    private async ValueTask TryGiveBackAsync(Lease lease, ValueList<byte> progress)
    {
        try
        {
            await store.LeaseAsync(LeaseRequest.Release(lease, clock.GetCurrentInstant(), progress), CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The database may be gone; then the lease ends by itself.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static (LinkingResult Result, ValueList<byte> Position) Read(ValueList<byte> progress)
    {
        const int Numbers = 2 * sizeof(long);
        var bytes = progress.AsSpan();
        return bytes.Length < Numbers
            ? (new LinkingResult(IsFinished: false, 0, 0), [])
            : (new LinkingResult(IsFinished: false, BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(long)..])), [.. bytes[Numbers..]]);
    }

    private static ValueList<byte> Write(LinkingResult result, ValueList<byte> position)
    {
        Span<byte> numbers = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(numbers, result.Linked);
        BinaryPrimitives.WriteInt64BigEndian(numbers[sizeof(long)..], result.Unlinkable);
        return [.. numbers, .. position];
    }
}

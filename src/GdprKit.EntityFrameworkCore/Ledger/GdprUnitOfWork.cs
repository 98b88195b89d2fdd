using GdprKit.EntityFrameworkCore;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit;

/// <summary>
/// What GdprKit remembers, read and written on the connection of one context and in its transaction. Made by
/// <see cref="GdprKitDbContextExtensions.Gdpr"/>. Of the life of the context, and like it for one thread at a time.
/// </summary>
public sealed class GdprUnitOfWork
{
    internal GdprUnitOfWork(DbContext context, IClock clock)
    {
        Store = new EntityFrameworkCoreLedgerStore(context);
        Subjects = new EntityFrameworkCoreSubjectDirectory(context);
        Streams = new LedgerStreams(Store, clock);
        Objections = new Objections(Streams, Subjects, clock);
        Restrictions = new Restrictions(Streams, Subjects, clock);
        Clock = clock;
    }

    /// <summary>The clock of the host.</summary>
    public IClock Clock { get; }

    /// <summary>Who the refs of the ledger are.</summary>
    public ISubjectDirectory Subjects { get; }

    /// <summary>Records that people object, and what comes of it.</summary>
    public Objections Objections { get; }

    /// <summary>Records that data are to be kept and not used, and that this ends.</summary>
    public Restrictions Restrictions { get; }

    /// <summary>What the streams of the ledger have come to.</summary>
    public LedgerStreams Streams { get; }

    /// <summary>Where the ledger is kept.</summary>
    public ILedgerStore Store { get; }
}

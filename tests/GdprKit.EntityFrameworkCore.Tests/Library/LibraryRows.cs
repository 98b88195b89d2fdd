using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Library;

/// <summary>Readers of every kind: with everything, with nothing, without a mentor, with loans of no date.</summary>
internal static class LibraryRows
{
    // Few, so that dates and bounds are often the same.
    public static readonly Gen<DateTime> Day = Gen.OneOf(
        new DateTime(1, 1, 3), new DateTime(1999, 12, 31), new DateTime(2000, 1, 1), new DateTime(2009, 5, 5), new DateTime(2015, 1, 1), new DateTime(2015, 1, 2), new DateTime(9999, 12, 30));

    public static readonly Gen<DateTime> Time = Gen.Select(Day, Gen.OneOf(0, 0, 1, 86_399_999_999), (day, microseconds) => day.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    public static readonly Gen<Reader[]> Readers =
        from readers in Reader.Array[1, 9]
        from mentors in Gen.Int[-9, 8].Array[9]
        select Connect(readers, mentors);

    private static Gen<Reader> Reader =>
        from visits in Gen.Int[0, 5].Nullable()
        from isActive in Gen.Bool
        from name in Gen.OneOf("anna", "bert")
        from card in Card
        from joined in Time
        from seen in Time.Nullable()
        from left in Day.Nullable()
        from loans in Loan.Array[0, 3]
        select With(new Reader
        {
            Name = name,
            Card = card,
            Visits = visits,
            IsActive = isActive,
            JoinedAt = DateTime.SpecifyKind(joined, DateTimeKind.Utc),
            LastSeen = seen,
            LeftOn = left is { } day ? DateOnly.FromDateTime(day) : null,
        }, loans);

    private static Gen<Loan> Loan =>
        from card in Card
        from lent in Time
        from returned in Time.Nullable()
        from items in Item.Array[0, 2]
        select With(new Loan { Card = card, LentAt = DateTime.SpecifyKind(lent, DateTimeKind.Utc), ReturnedAt = returned }, items);

    private static Gen<LoanItem> Item =>
        from due in Time.Nullable()
        from fine in Gen.Int[0, 4].Nullable()
        select new LoanItem { DueAt = due is { } time ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : null, Fine = fine };

    private static Gen<string?> Card => Gen.OneOf<string?>(null, "c1", "c2", "C1");

    /// <summary>Puts rows into a database in place of those that are there.</summary>
    public static IReadOnlyCollection<object> Put(this LibraryDatabase database, Reader[] readers)
    {
        database.Save(library =>
        {
            library.Readers.ExecuteUpdate(set => set.SetProperty(r => r.MentorId, (int?)null));
            library.Readers.ExecuteDelete();
            library.AddRange(readers);
        });
        return [.. readers, .. readers.SelectMany(reader => reader.Loans), .. readers.SelectMany(reader => reader.Loans).SelectMany(loan => loan.Items)];
    }

    private static Reader[] Connect(Reader[] readers, int[] mentors)
    {
        for (var i = 0; i < readers.Length; i++)
        {
            readers[i].Id = i + 1;
        }

        for (var i = 0; i < readers.Length; i++)
        {
            readers[i].Mentor = mentors[i] >= 0 && mentors[i] < i ? readers[mentors[i]] : null;
            readers[i].MentorId = readers[i].Mentor?.Id;
        }

        return readers;
    }

    private static Reader With(Reader reader, Loan[] loans)
    {
        foreach (var loan in loans)
        {
            loan.Reader = reader;
            reader.Loans.Add(loan);
        }

        return reader;
    }

    private static Loan With(Loan loan, LoanItem[] items)
    {
        foreach (var item in items)
        {
            loan.Items.Add(item);
        }

        return loan;
    }
}

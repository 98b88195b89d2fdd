using System.Diagnostics;
using System.Linq.Expressions;
using CsCheck;
using GdprKit.EntityFrameworkCore.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore.Conditions;

public sealed class SimplificationTests
{
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(Reader), "row");

    private static readonly IModel Model = new LibraryContext(new DbContextOptionsBuilder<LibraryContext>().UseSqlite().Options).Model;

    private static readonly Dialect Dialect = new(Dialect.Sqlite, HasDatabaseNulls: false);

    private static readonly RowTime Seen = Time(r => r.LastSeen);

    private static readonly RowTime Bought = Time(r => r.Loans.Max(l => l.ReturnedAt));

    private static readonly Statement[] Statements = [Statement(r => r.IsActive), Statement(r => r.Loans.Any(l => l.Card == "c1")), Statement(r => r.Loans.Any(l => l.Card == "c2"))];

    private static readonly Gen<Formula> Single = Gen.OneOf(
        Gen.Select(Gen.OneOf(Statements), Gen.Bool, (statement, isMet) => (Formula)new Formula.Said(statement, isMet)),
        Gen.Select(Gen.OneOf(Seen, Bought), Gen.Int[0, 4], Gen.Bool, (time, bound, isMet) => (Formula)new Formula.Reaches(time, bound == 0 ? null : Day(bound), isMet)),
        Gen.Bool.Select(isMet => (Formula)new Formula.Known(isMet)));

    [Fact]
    public void A_formula_said_shorter_says_the_same_of_every_row()
    {
        Gen.Select(Joined(4), Joined(2)).Sample((formula, known) =>
        {
            var shorter = Simplification.Of(formula, Assumptions.None);
            var ofThose = Simplification.Of(formula, Assumptions.Of(Simplification.Of(known, Assumptions.None)));
            foreach (var row in Rows())
            {
                Holds(shorter, row).Should().Be(Holds(formula, row));
                if (Holds(known, row))
                {
                    Holds(ofThose, row).Should().Be(Holds(formula, row));
                }
            }

            Size(shorter).Should().BeLessThanOrEqualTo(Size(formula));
        }, iter: 20_000);
    }

    [Fact]
    public void What_is_heavy_comes_to_the_top_where_a_database_joins_it()
    {
        var isOver = Reaches(Bought, 3).Opposite;
        var formula = new Formula.Any(
        [
            new Formula.All([Reaches(Bought, 1), isOver]),
            new Formula.All([Reaches(Bought, 1).Opposite, Reaches(Seen, 1), Reaches(Seen, 3).Opposite]),
        ]);

        Simplification.Of(formula, Assumptions.None).Should().Be(new Formula.All(
        [
            isOver,
            new Formula.Any([new Formula.All([Reaches(Seen, 1), Reaches(Seen, 3).Opposite]), Reaches(Bought, 1)]),
        ]));
    }

    [Fact]
    public void What_is_heavy_is_not_taken_from_where_it_would_still_have_to_be_asked()
    {
        var formula = new Formula.All(
        [
            new Formula.Any([new Formula.All([Reaches(Bought, 3), Reaches(Seen, 1)]), Reaches(Seen, 3)]),
            new Formula.Any([Reaches(Bought, 1), Reaches(Seen, 2)]),
            new Formula.Any([Reaches(Bought, 2), new Formula.Said(Statements[0], IsMet: true)]),
        ]);

        Size(Simplify(formula)).Should().BeLessThanOrEqualTo(Size(formula));
    }

    [Fact]
    public void Of_two_bounds_of_one_date_the_one_that_says_more_is_enough()
    {
        Simplify(new Formula.All([Reaches(Seen, 1), Reaches(Seen, 3), Reaches(Seen, 2)])).Should().Be(Reaches(Seen, 3));
        Simplify(new Formula.Any([Reaches(Seen, 1), Reaches(Seen, 3)])).Should().Be(Reaches(Seen, 1));
        Simplify(new Formula.All([Reaches(Seen, 3), Reaches(Seen, 2).Opposite])).Should().Be(Formula.Never);
        Simplify(new Formula.Any([Reaches(Seen, 2), Reaches(Seen, 3).Opposite])).Should().Be(Formula.Always);
    }

    private static Formula Simplify(Formula formula) => Simplification.Of(formula, Assumptions.None);

    private static Formula.Reaches Reaches(RowTime time, int bound) => new(time, Day(bound), IsMet: true);

    private static Gen<Formula> Joined(int depth) => depth == 0 ? Single : Gen.Frequency(
        (1, Single),
        (2, Joined(depth - 1).Array[0, 3].Select(parts => (Formula)new Formula.All(parts.ToValueList()))),
        (2, Joined(depth - 1).Array[0, 3].Select(parts => (Formula)new Formula.Any(parts.ToValueList()))));

    private static IEnumerable<Answers> Rows() =>
        from seen in Enumerable.Range(-1, 6)
        from bought in Enumerable.Range(-1, 6)
        from said in Enumerable.Range(0, 1 << Statements.Length)
        select new Answers(seen, bought, said);

    private static bool Holds(Formula formula, Answers row) => formula switch
    {
        Formula.Known known => known.IsMet,
        Formula.Said said => ((row.Said & (1 << Array.IndexOf(Statements, said.Statement))) != 0) == said.IsMet,
        Formula.Reaches reaches => ((reaches.Time == Seen ? row.Seen : row.Bought) >= (reaches.Bound is DateTime bound ? bound.Day : 0)) == reaches.IsMet,
        Formula.All all => all.Parts.All(part => Holds(part, row)),
        Formula.Any any => any.Parts.Any(part => Holds(part, row)),
        _ => throw new UnreachableException(),
    };

    private static int Size(Formula formula) => formula switch
    {
        Formula.All all => all.Parts.Sum(Size),
        Formula.Any any => any.Parts.Sum(Size),
        Formula.Known => 0,
        _ => 1,
    };

    private static DateTime Day(int day) => new(2020, 1, day);

    private static Statement Statement(Expression<Func<Reader, bool>> function) => new(HostFunction.Of(function, Row));

    private static RowTime Time(Expression<Func<Reader, DateTime?>> value) =>
        new RowTimes(Row, Model.FindEntityType(typeof(Reader))!, Model, Dialect, TextDates.Unknown()).Alternatives(LibraryConditions.Time(value)).Single();

    /// <summary>What there is to know of a row: days from 1, 0 for a date before all bounds, -1 for none; and which statements hold.</summary>
    private sealed record Answers(int Seen, int Bought, int Said);
}

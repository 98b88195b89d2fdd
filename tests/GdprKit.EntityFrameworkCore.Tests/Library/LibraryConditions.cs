using System.Linq.Expressions;
using CsCheck;
using GdprKit.Mapping;

namespace GdprKit.EntityFrameworkCore.Library;

/// <summary>Dates and conditions of every kind about readers, and anything that can be joined of them.</summary>
internal static class LibraryConditions
{
    public static readonly StoreTime[] Times =
    [
        Property("LastSeen", typeof(DateTime?)),
        Property("JoinedAt", typeof(DateTime)),
        Property("LeftOn", typeof(DateOnly?)),
        Time(r => r.Loans.Max(l => (DateTime?)l.LentAt)),
        Time(r => r.Loans.Min(l => (DateTime?)l.LentAt)),
        Time(r => r.Loans.Max(l => l.LentAt)),
        Time(r => r.Loans.Max(l => l.ReturnedAt)),
        Time(r => r.Loans.Min(l => l.ReturnedAt)),
        Time(r => r.Loans.Where(l => l.Card != null && l.Items.Any(i => i.Fine != 1)).Max(l => l.ReturnedAt)),
        Time(r => r.Loans.SelectMany(l => l.Items).Max(i => i.DueAt)),
        Time(r => r.Loans.SelectMany(l => l.Items).Where(i => i.Fine > 2).Select(i => i.DueAt).Min()),
        Time(r => r.Loans.SelectMany(l => l.Items.Select(i => i.DueAt)).Max()),
        Time(r => r.Loans.Select(l => (DateTime?)l.LentAt).DefaultIfEmpty().Max()),
        Time(r => r.Loans.OrderByDescending(l => l.LentAt).Select(l => (DateTime?)l.LentAt).FirstOrDefault()),
        Time(r => (DateTime?)r.Loans.OrderBy(l => l.LentAt).First().LentAt),
        Time(r => r.Loans.OrderBy(l => l.Id).Select(l => (DateTime?)l.LentAt).FirstOrDefault()),
        Time(r => r.Loans.Max(l => (DateTime?)l.LentAt) ?? r.JoinedAt),
        Time(r => r.Loans.SelectMany(l => l.Items).Max(i => i.DueAt) ?? r.Loans.Min(l => l.Items.Max(i => i.DueAt)) ?? r.Mentor!.JoinedAt),
        Time(r => r.LastSeen ?? r.Mentor!.LastSeen),
        Time(r => (DateTime?)r.Mentor!.JoinedAt),
        Time(r => r.Mentor!.Loans.Max(l => l.ReturnedAt)),
        Time(r => r.Loans.Max(l => l.Reader.LastSeen)),
    ];

    public static readonly StoreTime LentAt = Property("LentAt", typeof(DateTime));

    public static readonly Expression<Func<Reader, bool>>[] Functions =
    [
        r => r.Visits > 3,
        r => !(r.Visits > 3),
        r => r.Visits != 2,
        r => r.Visits == 2,
        r => (r.Visits > 3) == false,
        r => r.IsActive,
        r => !r.IsActive,
        r => r.Mentor!.IsActive,
        r => r.Mentor!.Visits > r.Visits,
        r => r.Mentor!.Id == 3,
        r => r.Mentor == null,
        r => r.Loans.Any(),
        r => !r.Loans.Any(l => l.ReturnedAt == null),
        r => r.Loans.All(l => l.Items.Any(i => i.Fine > 1)),
        r => r.Loans.All(l => l.Items.All(i => !(i.Fine > 1))),
        r => r.Loans.Count > 1,
        r => r.Loans.Sum(l => l.Items.Count) >= 3,
        r => r.Loans.Max(l => l.Items.Max(i => i.Fine)) > 2,
        r => r.Name.StartsWith("an"),
        r => r.Card == null || r.Visits == 2,
        r => new[] { 1, 2 }.Contains(r.Visits ?? 0),
        r => r.Visits.HasValue && r.Visits.Value < 4,
        r => r.Visits > 3 ? r.IsActive : r.Card != null,
        r => !(r.Visits > 3 && !(r.Visits < r.Id || r.IsActive)) == true,
        r => r.Loans.Any(l => !(l.Id > l.Reader.Visits)) != false,
        r => r.LeftOn > new DateOnly(2015, 1, 1) && r.Visits > 1,
        r => true,
    ];

    /// <summary>Any condition on a reader, three times joined or negated at most.</summary>
    public static Gen<RowCondition> Of(StoreEntity readers, StoreEntity loans) => Joined(Leaf(readers, loans), 3);

    public static StoreTime Time(Expression<Func<Reader, DateTime?>> value) => new(value, null, typeof(DateTime?), TimeMeaning.Utc);

    public static StoreTime Property(string path, Type type) => new(null, PropertyPath.Parse(path), type, type == typeof(DateOnly?) ? TimeMeaning.Date : TimeMeaning.Utc);

    public static Gen<RowCondition> Between(StoreTime time) => Gen.Select(LibraryRows.Day, LibraryRows.Day, Gen.Bool, Gen.Bool, (one, other, isOpen, isFromTheBeginning) =>
    {
        var (from, until) = one < other ? (one, other) : (other, one);
        return (RowCondition)new RowCondition.Between(time, In(isFromTheBeginning ? new DateTime(1, 1, 2) : from, time), isOpen ? null : In(until, time));
    });

    /// <summary>A condition in words, for whoever reads of a failure.</summary>
    public static string Text(RowCondition condition) => condition switch
    {
        RowCondition.Opposite opposite => $"not {Text(opposite.Condition)}",
        RowCondition.AllOf all => $"({string.Join(" and ", all.Conditions.Select(Text))})",
        RowCondition.AnyOf any => $"({string.Join(" or ", any.Conditions.Select(Text))})",
        RowCondition.Between between => $"[{between.Time.Value?.Body.ToString() ?? between.Time.Property!.ToString()} from {between.From:O} until {between.Until:O}]",
        RowCondition.Meets meets => $"[{meets.Function.Body}]",
        RowCondition.HasRelated related => $"[related by {related.There[0]} = {related.Here[0]}, {Text(related.That)}]",
        _ => $"[{condition}]",
    };

    private static Gen<RowCondition> Leaf(StoreEntity readers, StoreEntity loans) => Gen.OneOf(
        Gen.OneOf(Times).SelectMany(Between),
        Gen.OneOf(Functions).Select(function => (RowCondition)new RowCondition.Meets(function)),
        Gen.OneOf(readers.Owners.ToArray()).Select(owner => (RowCondition)new RowCondition.HasOwner(owner)),
        Gen.Int[1, 9].Select(id => (RowCondition)new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Customers, id))),
        Gen.Int[1, 4].Select(card => (RowCondition)new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Employees, $"c{card}"), readers.Owners.Single(owner => owner.Kind == ShopKeys.Employees))),
        Between(LentAt).SelectMany(lent => Gen.OneOf<RowCondition>(RowCondition.Always, lent, RowCondition.Not(lent))
            .SelectMany(that => Gen.OneOf(("ReaderId", "Id"), ("Card", "Card"), ("ReaderId", "MentorId"))
                .Select(keys => (RowCondition)new RowCondition.HasRelated(loans.Description.Name, [PropertyPath.Parse(keys.Item1)], [PropertyPath.Parse(keys.Item2)], that)))),
        Gen.Const(RowCondition.Always),
        Gen.Const(RowCondition.Never));

    private static Gen<RowCondition> Joined(Gen<RowCondition> leaf, int depth) => depth == 0 ? leaf : Gen.Frequency(
        (2, leaf),
        (2, Joined(leaf, depth - 1).Select(RowCondition.Not)),
        (1, Joined(leaf, depth - 1).Array[1, 3].Select(conditions => RowCondition.All(conditions))),
        (1, Joined(leaf, depth - 1).Array[1, 3].Select(conditions => RowCondition.Any(conditions))));

    private static object In(DateTime day, StoreTime time) => time.Meaning is TimeMeaning.Date ? DateOnly.FromDateTime(day) : DateTime.SpecifyKind(day, DateTimeKind.Utc);
}

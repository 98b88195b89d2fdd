using System.Runtime.CompilerServices;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>A store of buyers that answers every question with a number, or as a test wants.</summary>
internal sealed class ShopStore(Func<CancellationToken, ValueTask>? onCount = null, StoreDescription? description = null) : IPersonalDataStore
{
    public int Counted { get; private set; }

    public StoreDescription Describe(CancellationToken cancellationToken) => description ?? new("Shop",
    [
        new EntityDescription
        {
            Name = nameof(Buyer),
            Type = typeof(Buyer),
            Key = [PropertyPath.Parse(nameof(Buyer.Id))],
            Properties =
            [
                new PropertyDescription { Path = PropertyPath.Parse(nameof(Buyer.Id)), Type = typeof(int), DeclaredBy = nameof(Buyer) },
                new PropertyDescription { Path = PropertyPath.Parse(nameof(Buyer.LastPurchase)), Type = typeof(DateOnly?), IsNullable = true, DeclaredBy = nameof(Buyer) },
                new PropertyDescription { Path = PropertyPath.Parse(nameof(Buyer.Phone)), Type = typeof(string), DeclaredBy = nameof(Buyer) },
            ],
        },
    ]);

    public string? WhyUnanswerable(StoreEntity entity, RowRequest request) => null;

    public async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
    {
        Counted++;
        await (onCount?.Invoke(cancellationToken) ?? ValueTask.CompletedTask);
        return Enumerable.Repeat(3L, each.Count + 1).ToValueList();
    }

    public async IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new RowFacts(nameof(Buyer), [4711], [], []);
    }

    public IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken) => throw new NotSupportedException();

    public sealed class Buyer
    {
        public int Id { get; set; }

        public string Phone { get; set; } = "";

        public DateOnly? LastPurchase { get; set; }
    }

    public sealed class BuyerMap : IPersonalDataMap<Buyer>
    {
        public void Configure(PersonalDataMapBuilder<Buyer> data) => data
            .IsSubject(Webshop.Customers, buyer => buyer.Id)
            .Field(Webshop.Phone, buyer => buyer.Phone)
            .Event(Webshop.QuestionAnswered, buyer => buyer.LastPurchase)
            .Event(Webshop.LastPurchase, buyer => buyer.LastPurchase);
    }
}

using GdprKit.Benchmarks.Retention;

namespace GdprKit.Benchmarks.StartUp;

/// <summary>The map of one of many classes.</summary>
internal static class RecordMap<TRow, TColumn>
{
    public static void Configure(PersonalDataMapBuilder<Record<TRow, TColumn>> data) => data
        .IsSubject(Shop.Customers, record => record.Id)
        .Field(Shop.Name, record => record.Name)
        .Field(Shop.Email, record => record.Email)
        .Field(Shop.Phone, record => record.Phone)
        .Event(Shop.SignUp, record => record.SignedUp, TimeMeaning.ControllerLocal)
        .Event(Shop.LastPurchase, record => record.LastPurchase, TimeMeaning.ControllerLocal)
        .Event(Shop.Invoiced, record => record.LastPurchase, TimeMeaning.ControllerLocal);
}

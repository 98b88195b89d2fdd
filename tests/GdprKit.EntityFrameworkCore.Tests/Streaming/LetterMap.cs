namespace GdprKit.EntityFrameworkCore.Streaming;

internal sealed class LetterMap : IPersonalDataMap<Letter>
{
    public void Configure(PersonalDataMapBuilder<Letter> data) => data.IsSubject(ShopKeys.Customers, l => l.CustomerId).Field(ShopKeys.Name, l => l.Text);
}

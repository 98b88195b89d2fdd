using NodaTime;

namespace GdprKit.Samples.Crm.Generation;

/// <summary>
/// Lets a shop live from day to day: people sign up, most of them buy something at once, some come back, fewer and fewer as the years
/// go by. Numbers rise with the days, as those of a real shop do, so that the rows of one customer lie far apart.
/// </summary>
internal sealed class ShopHistory(ShopSize size, ShopWriter shop, ulong seed)
{
    /// <summary>Since when the shop keeps the day of a sign-up.</summary>
    private static readonly LocalDate SignUpsKeptFrom = new(2016, 1, 1);

    /// <summary>One in so many signs up and never buys anything.</summary>
    private const int OnlyLooks = 20;

    private SeededRandom _random = new(seed);
    private long _customers;
    private long _invoices;
    private long _lines;

    public void Live(ShopSeason season, CancellationToken cancellationToken)
    {
        for (var number = 0; number < season.Days.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var day = season.Days[number];
            shop.Open(day);
            while (_customers < season.Until(number, size.Customers))
            {
                SignUp(day);
            }

            while (_customers > 0 && _invoices < season.Until(number, size.Invoices))
            {
                Buy(SomeoneWhoComesBack());
            }
        }
    }

    private void SignUp(LocalDate day)
    {
        var customer = _customers++;
        shop.AddCustomer(customer, InventedCustomer.Number(customer, seed), isDated: day >= SignUpsKeptFrom, helper: _random.Below(50));
        if (!_random.OneIn(OnlyLooks) && _invoices < size.Invoices)
        {
            Buy(customer);
        }
    }

    private void Buy(long customer)
    {
        var lines = LinesOfNext();
        _invoices++;
        _lines += lines;
        shop.AddInvoice(customer, InventedCustomer.Number(customer, seed), lines, ref _random);
    }

    // The third power: the chance is largest for who came last.
    private long SomeoneWhoComesBack()
    {
        var chance = _random.Fraction();
        return _customers - 1 - (long)(_customers * chance * chance * chance);
    }

    // From one line to twice the mean of what is left, so that in the end all of them are there.
    private int LinesOfNext()
    {
        var mean = (double)(size.Lines - _lines) / (size.Invoices - _invoices);
        return _invoices == size.Invoices - 1 ? Math.Max(1, (int)mean) : 1 + (int)Math.Round(_random.Fraction() * 2 * Math.Max(0, mean - 1));
    }
}

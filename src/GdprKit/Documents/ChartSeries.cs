namespace GdprKit.Documents;

/// <summary>What a chart shows of one thing: a value for each of its categories.</summary>
public sealed record ChartSeries
{
    /// <summary>Makes a series.</summary>
    /// <param name="name">What it is: "customers".</param>
    /// <param name="values">Whole numbers, zero or more, in the order of the chart's categories.</param>
    /// <exception cref="ArgumentException">GDPR1005: the name is empty. GDPR1013: a value is negative.</exception>
    public ChartSeries(string name, ValueList<long> values)
    {
        Name = PlainText.Heading(name, nameof(name));
        Values = values;
        if (values.Any(long.IsNegative))
        {
            throw new ArgumentException($"{DocumentMessages.NegativeBar}: a value of the series '{Excerpt.Of(Name)}' is negative, and a bar cannot be shorter than nothing. Show what was counted, or use a table.", nameof(values));
        }
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Its values, zero or more, in the order of the chart's categories.</summary>
    public ValueList<long> Values { get; }
}

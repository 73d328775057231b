// Writes the sums of the rows into the first column; the rest of the matrix stays.
void rowsums(int m, int n, float *a) {
  for (int i = 0; i < m; i++) {
    float sum = 0;
    for (int j = 0; j < n; j++) sum += a[(long)i * n + j];
    a[(long)i * n] = sum;
  }
}
